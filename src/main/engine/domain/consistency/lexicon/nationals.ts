// What a passport is called, and the country as `placeOf` names it.
const countries: Readonly<Record<string, string>> = Object.fromEntries(
  `British:uk Irish:ireland American:usa US:usa Canadian:canada Australian:australia French:france Belgian:belgium
  German:germany Austrian:austria Swiss:switzerland Dutch:netherlands Swedish:sweden Norwegian:norway Danish:denmark
  Finnish:finland Icelandic:iceland Spanish:spain Portuguese:portugal Italian:italy Maltese:malta Greek:greece
  Turkish:turkey Polish:poland Czech:czech-republic Slovak:slovakia Hungarian:hungary Romanian:romania Bulgarian:bulgaria
  Serbian:serbia Croatian:croatia Slovenian:slovenia Bosnian:bosnia Albanian:albania Ukrainian:ukraine Russian:russia
  Lithuanian:lithuania Latvian:latvia Estonian:estonia Israeli:israel Lebanese:lebanon Syrian:syria Iraqi:iraq
  Iranian:iran Egyptian:egypt Moroccan:morocco Algerian:algeria Tunisian:tunisia Ethiopian:ethiopia Somali:somalia
  Kenyan:kenya Ugandan:uganda Nigerian:nigeria Ghanaian:ghana Senegalese:senegal Indian:india Pakistani:pakistan
  Bangladeshi:bangladesh Chinese:china Japanese:japan Korean:south-korea Vietnamese:vietnam Thai:thailand
  Malaysian:malaysia Indonesian:indonesia Filipino:philippines Brazilian:brazil Argentine:argentina Argentinian:argentina
  Chilean:chile Peruvian:peru Colombian:colombia Mexican:mexico Cuban:cuba Jamaican:jamaica`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.replaceAll('-', ' ').split(':') as [string, string]),
)

/** A nationality, as the source of a pattern without groups. */
export const NATIONAL = `(?:${Object.keys(countries).join('|')})`

/** The country of a nationality that `NATIONAL` matches. */
export function nationOf(national: string): string {
  return countries[national] ?? national
}
