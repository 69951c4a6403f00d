import { each, type OccupationFamily } from './family.ts'

export const serviceFamilies: readonly OccupationFamily[] = [
  {
    id: 'retail',
    keywords: each(
      'shop|retail|cashier|store manager|salesclerk|sales assistant|shopkeeper|grocer|bookseller|pharmacist|pharmacy|optician|market trader|supermarket|kassier|tienda|boutique|butcher|jeweller',
    ),
    fromAge: 16,
    education: 'secondary',
    field: 'retail',
    employers: each(
      'a neighbourhood supermarket|a hardware shop|a bookshop|a department store|a pharmacy by the station|a market hall stall',
    ),
    before: each('shelf stacker|Saturday help|market-stall helper|cleaner'),
    topics: each(
      'customers and what they want|stock and shelf life|prices|shoplifting|window displays|brands',
    ),
    pride: [
      [
        'The regulars brought flowers',
        'When {employer} was about to close, the regulars collected [eight hundred|two thousand] signatures. It stayed open, and {boss} cried into the till roll.',
      ],
      [
        'Noticed an old customer was missing',
        'A man who came in daily for [rolls|his paper] did not come. I went to his flat; he had been on the floor for [a day|two days]. He lived [six|four] more years.',
      ],
      [
        'Ran the shop at twenty-something',
        '{boss} fell ill and handed me the keys of {employer}. The [Christmas|spring] takings were the best in [ten|eight] years.',
      ],
    ],
    shame: [
      [
        'Accused the wrong boy',
        'I held a boy by the sleeve over a [bar of chocolate|pen] that had fallen behind the shelf. His mother came in the next day and only looked at me.',
      ],
      [
        'Took from the till',
        'In a bad month I borrowed [forty|sixty] from the till of {employer} and put it back on [payday|the first]. Nobody knew. {colleague} was questioned about a different gap.',
      ],
      [
        'Sold what was out of date',
        '{boss} told me to relabel the [cheese|meat]. I did it with my back to {colleague}.',
      ],
    ],
    trial: [
      [
        'The chain moved in opposite',
        'A chain opened across the road from {employer}. We lost [a third|every second] customer until I started to [deliver|open early].',
      ],
      [
        'Inventory night',
        'We counted [eleven thousand|nine thousand] articles in one night and were off by [four|one]. {colleague} found it in an apron pocket.',
      ],
      [
        'A hold-up',
        'A man with a [scarf|helmet] over his face put a bag on my counter. I gave him the [coins|notes] and his umbrella back.',
      ],
    ],
  },
  {
    id: 'hospitality',
    keywords: each(
      'chef|cook|waiter|waitress|barista|bartender|hotel|restaurant|kitchen|baker|pastry|confectioner|catering|hospitality|serveur|kellner|koch|camarer|cocinero|innkeeper|bar |barkeep|pub|tour guide|sommelier|brewer',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'catering',
    employers: each(
      'a bistro with eleven tables|a grand hotel|a canteen for six hundred|a bakery that opens at five|a bar near the university|a mountain inn',
    ),
    before: each('dishwasher|kitchen porter|waiter at weekends|ice-cream seller'),
    topics: each(
      'food and where it comes from|kitchen hierarchy|wine|hygiene rules|guests and their moods|feeding many for little',
    ),
    pride: [
      [
        'A table that applauded',
        'A party of [twelve|nineteen] got up and clapped through the hatch of {employer}. {boss} pretended to be looking for something in the fridge.',
      ],
      [
        'My dish on the card',
        "The [lentil soup|plum tart|braised shoulder] I made from my grandmother's memory went onto the card of {employer} and has stayed there for [years|longer than I did].",
      ],
      [
        'Fed everyone during the blackout',
        'The power failed in {city} for [a night|two days]. We cooked [on camping stoves|over coals] for [two hundred|ninety] people, and nobody paid.',
      ],
    ],
    shame: [
      [
        'Threw a pan',
        'In the middle of service I threw a pan. It hit the wall beside {colleague}, who was [nineteen|seventeen] and walked out in the apron.',
      ],
      [
        'An allergy I did not take seriously',
        'A guest at {employer} said nuts, and I scraped them off. The ambulance came in [six|nine] minutes. She was all right.',
      ],
      [
        'Drank on shift',
        'For one [winter|summer] I drank from the cooking wine before service. {colleague} covered for me until [the knife slipped|I saw my hands shake].',
      ],
    ],
    trial: [
      [
        'Opening night',
        'On the opening night of {employer} the [oven|dishwasher] broke at [seven|half past six]. We served everything [cold|raw] and called it summer.',
      ],
      [
        'The season in the mountains',
        'I worked a whole season without a day off. We were [nine|seven] in one dormitory, and {colleague} snored in two languages.',
      ],
      [
        'The closed months',
        'When everything had to close I [sold soup out of the window|painted every chair]. {boss} paid me in [wine|promises] and kept all of them.',
        2020,
        2021,
      ],
    ],
  },
  {
    id: 'cleaning',
    keywords: each(
      'cleaner|cleaning|housekeep|janit|laundry|refuse|garbage|waste|maid|caretaking|reinigung|femme de ménage|limpieza|porter',
    ),
    fromAge: 16,
    education: 'primary',
    field: 'cleaning and housekeeping',
    employers: each(
      'a cleaning company|a hotel near the airport|a hospital|the city sanitation department|an office tower',
    ),
    before: each('laundry hand|kitchen help|seasonal worker|home help'),
    topics: each(
      "what people throw away|chemicals and surfaces|working unseen|night buses|keeping a household going|workers' rights",
    ),
    pride: [
      [
        'Returned the envelope',
        'Under a bed I found an envelope with [four thousand|six thousand] in it and took it to the desk. {boss} read my name out in front of everyone.',
      ],
      [
        'Got us all a contract',
        'With {colleague} I collected [thirty-one|fifty] signatures at {employer}. We got [paid holidays|proper contracts] for the first time.',
      ],
      [
        'A director learned my name',
        'After [three|five] years somebody on the top floor of {employer} asked my name and remembered it. I [ironed my coat|told my family at supper].',
      ],
    ],
    shame: [
      [
        'Kept a lost earring',
        'I kept a single earring I found at {employer} for [a week|a month], because it was beautiful, and then [dropped it in the lost box|was too late to give it back].',
      ],
      [
        'Pretended to work elsewhere',
        'For years I told the other parents that I worked "in an office". It was [true in a way|true only of the building].',
      ],
      [
        'Let {colleague} carry my floors',
        'When my [knees|back] were bad, {colleague} did half of my floors every night. I took the full wage.',
      ],
    ],
    trial: [
      [
        'Two jobs and one bus',
        'I cleaned offices from [four|five] in the morning and a school from three. The bus between them was the only hour I [sat down|slept].',
      ],
      [
        'A new boss with a stopwatch',
        '{boss} timed us: [eleven|fourteen] minutes a room. We [learned to walk faster|laughed about it on the stairs and then did not laugh].',
      ],
      [
        'The chemical burn',
        'Somebody had filled the wrong bottle. My [hands|forearms] were bandaged for [three|five] weeks.',
      ],
    ],
  },
  {
    id: 'beauty',
    keywords: each(
      'hairdress|barber|beautician|cosmet|stylist|nail|makeup|massage|masseu|tattoo|coiffeu|friseur|peluquer',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'hairdressing',
    employers: each(
      'a salon on the corner|a salon in the shopping centre|a hotel spa|a family salon',
    ),
    before: each("salon apprentice|reception help|chemist's assistant"),
    topics: each(
      'bodies and how people feel about theirs|trends|hygiene|listening|small-business sums|colour and chemistry',
    ),
    pride: [
      [
        'A bride who recognised herself',
        'A woman who had lost her hair asked me for a wedding style. When she saw the mirror she said, "[There I am|That is me again]". {colleague} turned up the radio.',
      ],
      [
        'Took over the place',
        'I took over {employer} when {boss} retired, with a loan and [one chair|two clients]. After [a year|eighteen months] there was a waiting list.',
      ],
      [
        'Won the regional contest',
        'In the regional contest near {city} I came [first|second] against people with [twice|three times] my years.',
      ],
    ],
    shame: [
      [
        "Ruined somebody's hair before her interview",
        'I left the bleach on too long because I was [on the telephone|talking]. She had an interview [that afternoon|the next morning].',
      ],
      [
        'Passed on a secret',
        'A client told me she was leaving her husband. I mentioned it to [one person|{colleague}], and by Friday all of {city} seemed to know.',
      ],
      [
        "Copied a rival's price list",
        'I sent a friend to the salon across the road to write down its prices and went [one|two] below each. The owner, who had trained me, [closed within the year|greeted me as before].',
      ],
    ],
    trial: [
      [
        'The empty spring',
        'For [eight|eleven] weeks we were not allowed to open. I cut hair [on balconies|in gardens] for old clients who would not take no.',
        2020,
        2021,
      ],
      [
        'Allergic to my own trade',
        'My hands broke out so badly that a doctor advised another trade. I found [gloves|a different brand] and stayed.',
      ],
      [
        'Rent doubled',
        'The landlord doubled the rent of {employer}. We moved [three streets|round the corner] with a [handcart|borrowed van] in one night.',
      ],
    ],
  },
  {
    id: 'security',
    keywords: each(
      'police|army officer|naval officer|prison officer|soldier|military|army|navy|security|guard|firefight|fire brigade|detective|prison|customs|border|sergeant|polizist|policier|policía|feuerwehr|veteran|lifeguard',
    ),
    fromAge: 18,
    education: 'secondary',
    field: 'public safety',
    employers: each(
      'the city police|the fire brigade|a private security company|the customs service|the armed forces|the airport authority',
    ),
    before: each('doorman|warehouse guard|cadet|swimming-pool attendant'),
    topics: each(
      'staying calm|the law in practice|first aid|reports|how people behave at night|chains of command',
    ),
    pride: [
      [
        'Talked a man down',
        'I sat on a [bridge railing|roof] in {city} for [two|three] hours and talked about [pigeons|football]. He took my hand. {colleague} had a blanket ready.',
      ],
      [
        'Out of a burning flat',
        'I carried [a woman|two children] out of a flat on the [third|fourth] floor. {boss} shouted at me for going in and then gave me his coffee.',
      ],
      [
        'A medal in a drawer',
        'I was given a medal for [a night in the flood|eleven minutes of one night]. It is in a drawer; {colleague} should have had it.',
      ],
    ],
    shame: [
      [
        'Looked away',
        '{colleague} hit a man who was already on the ground. My report for {employer} says [that he resisted|that I was at the car].',
      ],
      [
        'Froze',
        'At the first real alarm I stood in the corridor and could not move for [ten|fifteen] seconds. {boss} pushed past me.',
      ],
      [
        'Stopped a man for his face',
        "I checked a man's papers [twice in one week|three times]. The last time he had them ready in his hand, with his [daughter|son] watching.",
      ],
    ],
    trial: [
      [
        'Months abroad',
        '{employer} sent me away for [five|six] months. I wrote home about [the food|the dust] and left out the rest.',
      ],
      [
        'The long night',
        'One New Year there were [forty|fifty-three] calls in one shift. At dawn {colleague} and I ate [cold chips|oranges] on the bonnet.',
      ],
      [
        'Asked for the desk',
        'After [a bad call|one winter] I asked {boss} for a desk for a while. It took [four|seven] months until I wanted back out.',
      ],
    ],
  },
]
