import { expect, it } from 'vitest'
import { gazetteer, placeName } from './gazetteer.ts'
import { readLocation } from './places.ts'

it.each([
  ['Zagreb', 'Zagreb, Croatia'],
  ['Hanoi', 'Hanoi, Vietnam'],
  ['Beirut', 'Beirut, Lebanon'],
  ['Newcastle', 'Newcastle, United Kingdom'],
  ['Kyiv', 'Kyiv, Ukraine'],
  ['Singapore', 'Singapore'],
])('puts %s in its country', (city, place) => {
  expect(
    placeName(
      city,
      gazetteer.find(({ cities }) => cities.includes(city))!,
    ),
  ).toBe(place)
})

it('names only countries of the region, and every place leads back to where its names come from', () => {
  for (const region of gazetteer)
    for (const city of region.cities) {
      const [, country = city] = placeName(city, region).split(', ')
      expect(region.names).toContain(country)
      expect(readLocation(placeName(city, region)).region?.pool).toBe(region.pool)
    }
})

it('knows every country of a region that is named after several', () => {
  const synonyms =
    /^(UK|England|Scotland|Wales|Northern Ireland|USA|US|America|California|Texas|Florida|Ohio|Michigan|Oregon|Georgia|Illinois|Ontario|Quebec|UAE|Czech Republic|Holland|Korea|Bolivia)$|[éÉëöÖüíãñ]|^(Belgique|Deutschland|Schweiz|Suisse|Nederland|Sverige|Norge|Danmark|Suomi|Italia|Brasil|Polska)$/
  const reached = new Set(
    gazetteer.flatMap((region) =>
      region.cities.map((city) => placeName(city, region).split(', ').at(-1)),
    ),
  )
  const named = gazetteer.flatMap(({ names }) => names.filter((name) => !synonyms.test(name)))
  expect(named.filter((name) => !reached.has(name))).toEqual([])
})
