export const languageNames: readonly string[] =
  `English French German Spanish Italian Portuguese Dutch Swedish Norwegian Danish Finnish Icelandic Polish Czech Slovak
  Hungarian Romanian Bulgarian Serbian Croatian Slovenian Albanian Greek Turkish Russian Ukrainian Lithuanian Latvian Estonian
  Arabic Hebrew Persian Farsi Kurdish Armenian Georgian Hindi Urdu Bengali Punjabi Tamil Telugu Gujarati Nepali Sinhala Chinese
  Mandarin Cantonese Japanese Korean Vietnamese Thai Malay Indonesian Tagalog Swahili Amharic Somali Yoruba Igbo Hausa Zulu
  Xhosa Afrikaans Welsh Irish Gaelic Breton Basque Catalan Galician Latin Esperanto Yiddish Maori Quechua Cree Navajo Hawaiian`
    .trim()
    .split(/\s+/)

/** The name of a language, as the source of a pattern without groups. */
export const LANGUAGE = `(?:${languageNames.join('|')})`

// Where somebody has it from home; only languages that are also learned abroad are worth a line.
const spokenAtHome: Readonly<Record<string, string>> = {
  English:
    'uk|ireland|usa|canada|australia|new zealand|south africa|india|nigeria|ghana|kenya|singapore|jamaica|malta|uganda|zimbabwe|zambia|philippines|pakistan|hong kong|trinidad|sri lanka|botswana|namibia|rwanda|cameroon',
  French:
    'france|belgium|switzerland|canada|luxembourg|senegal|ivory coast|cameroon|congo|haiti|morocco|algeria|tunisia|rwanda|madagascar|lebanon',
  German: 'germany|austria|switzerland|luxembourg|belgium|italy',
  Spanish:
    'spain|mexico|argentina|chile|peru|colombia|ecuador|bolivia|uruguay|paraguay|venezuela|guatemala|honduras|el salvador|nicaragua|costa rica|panama|cuba|dominican republic|usa',
  Italian: 'italy|switzerland|malta',
  Portuguese: 'portugal|brazil|angola|mozambique',
  Russian:
    'russia|ukraine|belarus|kazakhstan|uzbekistan|latvia|estonia|lithuania|georgia republic|armenia|azerbaijan|israel',
  Dutch: 'netherlands|belgium',
  Japanese: 'japan',
  Korean: 'south korea|north korea',
  Chinese: 'china|taiwan|singapore|hong kong|malaysia',
  Mandarin: 'china|taiwan|singapore|hong kong|malaysia',
}

/** Whether nobody has it from home in any of the countries; false where that is not known. */
export function isForeignLanguage(language: string, countries: readonly string[]): boolean {
  const home = spokenAtHome[language]?.split('|')
  return home !== undefined && countries.length > 0 && !countries.some((c) => home.includes(c))
}
