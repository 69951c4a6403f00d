import { each, type OccupationFamily } from './family.ts'

export const onTheMoveFamilies: readonly OccupationFamily[] = [
  {
    id: 'travel',
    keywords: each(
      'train|tram driver|pilot|sailor|seafarer|seaman|ship|captain|flight attendant|cabin crew|airport|conductor|railway|railroad|air traffic|ferry|deckhand|steward|stewardess|navigator|harbour|harbor',
    ),
    fromAge: 19,
    education: 'vocational',
    field: 'transport and navigation',
    employers: each(
      'the state carrier|a regional operator|the port authority|an international line|a charter company',
    ),
    before: each('ticket clerk|luggage handler|ground hand|dock hand'),
    topics: each(
      'timetables|signals and safety|weather|passengers under stress|time zones and sleep|what happens when something fails',
    ),
    pride: [
      [
        'Brought everybody home',
        'In [fog|a gale] and with one [instrument|engine] out, we brought [a hundred and eighty|forty-four] people in. {colleague} [exhaled|asked for tea], and {boss} was waiting with a blanket over one arm.',
      ],
      [
        'First time in command',
        'In {month} {year} I was in command for the first time. {boss} [sat behind me and said nothing|had left a note on my seat]; {colleague} bought the first round in {place}.',
      ],
      [
        'Stayed with a frightened child',
        'A child travelling alone was [stiff with fear|in tears]. I explained every noise for [two|three] hours; years later [a postcard|a young man in uniform] came to thank me.',
      ],
    ],
    shame: [
      [
        'A signal I misread',
        'I misread a signal near {place} and was stopped by [the system|{colleague}]. Nobody was hurt, and it is in a file of {employer} with my name on it.',
      ],
      [
        'Hid that I was unwell',
        'I hid a [dizziness|fever] from the doctor of {employer} for [three|five] weeks, for fear of losing my licence.',
      ],
      [
        'Left a colleague at the desk',
        '{colleague} was being shouted at by [sixty|a whole coachload of] passengers. I saw it through the glass and took the other door.',
      ],
    ],
    trial: [
      [
        'Stranded',
        'We were stranded for [four|six] days by [ash|ice]. I learned [chess|to cut hair] from a passenger.',
      ],
      [
        'A strike at the holidays',
        'We stopped work at {employer} in {month}. I stood at the gate in {place} with [a drum|soup], and people spat.',
      ],
      [
        'The new simulator',
        'At {n} I sat in a simulator with people [half my age|fresh from school] and failed the first run. I passed the [second|third], and {colleague} brought cake.',
      ],
    ],
  },
  {
    id: 'fitness',
    keywords: each(
      'fitness|personal trainer|yoga|coach|athlete|football|sport|swimming|gym|dance teacher|riding|referee|ski',
    ),
    fromAge: 17,
    education: 'vocational',
    field: 'sports science',
    employers: each(
      'a small gym|a sports club|a municipal pool|a physiotherapy and training centre|a youth academy',
    ),
    before: each('towel hand at the pool|holiday camp leader|reception help|assistant trainer'),
    topics: each('training plans|injuries and rest|motivation|nutrition|anatomy|club politics'),
    pride: [
      [
        'The team nobody rated',
        'With [eleven|fourteen] children nobody else wanted, we won the district final near {place}. {colleague} [cried|ran on in socks]; the cup is [dented|in a kitchen].',
      ],
      [
        'Taught a woman of eighty to swim',
        'She was [eighty|seventy-eight] and had been afraid of water since [a ferry|the war]. After [nine|five] months she swam a length, and {boss} stopped the music.',
      ],
      [
        'Back on my feet',
        'After an injury I was told I would [limp|never compete]. In {month} {year} I finished [third|in the middle of the field], and it was the best race of my life.',
      ],
    ],
    shame: [
      [
        'Pushed a boy too hard',
        'I told a boy of [fourteen|fifteen] to train through the pain. It was a [stress fracture|torn tendon], and his mother [brought him to my door|only asked whether I had known].',
      ],
      [
        'Looked the other way at the pills',
        'I saw what {colleague} kept in the locker at {employer} and said [nothing|that I had seen nothing] when I was asked.',
      ],
      [
        'Cut the weakest',
        'I told a girl she was off the team in front of the others, [quickly, between two drills|by reading a list]. She had never missed a session.',
      ],
    ],
    trial: [
      [
        'The season without games',
        'For a whole season nobody was allowed to play. I ran with {colleague} [on opposite sides of the road|by telephone].',
        2020,
        2021,
      ],
      [
        'The knee',
        'My knee gave way in {month} {year}. I coached from [a chair|the back of a car] for [eight|eleven] weeks and saw more than before.',
      ],
      [
        'A parent on the sideline',
        'A father shouted at his son, every week, until I stopped the game at {place} and [walked over|waited]. {boss} got [three letters|a visit from a lawyer].',
      ],
    ],
  },
]
