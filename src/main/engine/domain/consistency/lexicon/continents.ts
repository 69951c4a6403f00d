const continents: Readonly<Record<string, string>> = {
  europe:
    'uk|ireland|france|belgium|luxembourg|germany|austria|switzerland|netherlands|sweden|norway|denmark|finland|iceland|spain|portugal|italy|malta|greece|poland|czech republic|slovakia|hungary|romania|bulgaria|serbia|croatia|slovenia|bosnia|albania|kosovo|ukraine|lithuania|latvia|estonia|belarus',
  asia: 'kazakhstan|uzbekistan|israel|palestine|lebanon|jordan|syria|iraq|iran|saudi arabia|uae|qatar|india|pakistan|bangladesh|sri lanka|nepal|bhutan|afghanistan|china|hong kong|taiwan|japan|south korea|north korea|mongolia|vietnam|thailand|cambodia|laos|myanmar|malaysia|singapore|indonesia|philippines',
  africa:
    'south africa|egypt|morocco|algeria|tunisia|libya|sudan|ethiopia|eritrea|somalia|kenya|tanzania|uganda|rwanda|nigeria|ghana|senegal|ivory coast|cameroon|congo|angola|mozambique|zambia|zimbabwe|botswana|namibia|madagascar',
  'south america':
    'brazil|argentina|chile|peru|colombia|ecuador|bolivia|uruguay|paraguay|venezuela',
}

export const continentNames: readonly string[] = Object.keys(continents)

/** @param place  as `placeOf` names it */
export function isContinent(place: string): boolean {
  return continentNames.includes(place)
}

const continentOf = new Map(
  Object.entries(continents).flatMap(([continent, countries]) =>
    countries.split('|').map((country) => [country, continent] as const),
  ),
)

/** The continent of a country, as `placeOf` names it; none where it is on two or not known. */
export function continentsOf(country: string): readonly string[] {
  const continent = continentOf.get(country)
  return continent ? [continent] : []
}
