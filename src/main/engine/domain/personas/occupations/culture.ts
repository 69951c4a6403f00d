import { each, type OccupationFamily } from './family.ts'

export const cultureFamilies: readonly OccupationFamily[] = [
  {
    id: 'arts',
    keywords: each(
      'artist|musician|actor|actress|singer|painter|sculptor|dancer|photograph|filmmak|film|theatre|theater|composer|illustrator|designer|graphic|potter|ceramic|artiste|künstler|artista|craft|animator|curator|museum',
    ),
    fromAge: 17,
    education: 'bachelor',
    field: 'the arts',
    employers: each(
      'the municipal theatre|a shared studio|a design office|a small museum|an orchestra|a film production company',
    ),
    before: each("stagehand|waiter|museum attendant|framer's assistant"),
    topics: each(
      'materials and technique|living on irregular money|art history|rights and contracts|criticism|stage fright',
    ),
    pride: [
      [
        'The first work somebody paid for',
        'A stranger bought a piece of mine for [three hundred|eighty] and asked what it meant. I [gave the wrong answer|said it was about my father].',
      ],
      [
        'A full house',
        'On the last night at {employer} people sat on the [stairs|floor]. {colleague} squeezed my hand until it hurt.',
      ],
      [
        'A prize, and a bad photograph',
        'I won the {city} prize and was in the paper with my eyes shut. {boss} hung it in the toilet of {employer}, framed.',
      ],
    ],
    shame: [
      [
        'Copied a friend',
        "The piece everybody praised was [half|more than half] {colleague}'s idea. I never said so, and {colleague} [never asked|stopped coming].",
      ],
      [
        'Went blank',
        'In front of [four hundred|two hundred] people I forgot everything. I [bowed|walked off] after [nine|twelve] seconds that I can still count.',
      ],
      [
        'Wrote the bad review',
        "I wrote a review of {colleague}'s show under another name. It was [clever|funny], and it hurt.",
      ],
    ],
    trial: [
      [
        'A winter on rice',
        'One winter I lived on [rice|potatoes] and what {colleague} brought from a restaurant. The best thing I made is from then.',
      ],
      [
        'Lost the studio',
        '{employer} was sold and became flats. I worked in [a kitchen|my bedroom] for [a year|two years] and everything got smaller.',
      ],
      [
        'Took a job for money',
        'I did [yoghurt labels|a jingle for tyres] for [six|nine] months. It paid for [a roof|my teeth].',
      ],
    ],
  },
  {
    id: 'media',
    keywords: each(
      'journalist|reporter|editor|writer|author|translator|interpreter|librarian|publisher|copywriter|broadcaster|radio|blogger|archiv|linguist|poet|novelist|proofread|content',
    ),
    fromAge: 20,
    education: 'master',
    field: 'literature and languages',
    employers: each(
      'the regional newspaper|a publishing house|the public library|a radio station|a translation bureau|an online magazine',
    ),
    before: each('proof-reader|local reporter paid by the line|bookshop assistant|archive help'),
    topics: each(
      'finding things out|language and style|sources and who to trust|deadlines|publishing|local history',
    ),
    pride: [
      [
        'The story that changed something',
        'I wrote about the [lead pipes|care home] in {city} for [five|eight] weeks. The mayor [resigned|replaced every pipe], and {boss} bought a cake.',
      ],
      [
        'My name on a spine',
        'A book with my name on it lay in the window of a shop in {city}. I walked past [four|six] times, and {colleague} caught me at it.',
      ],
      [
        'Found a lost voice',
        'In a box at {employer} I found [letters|tapes] of a woman nobody remembered. I [edited|transcribed] them at night, and now she is in print.',
      ],
    ],
    shame: [
      [
        'A name I should not have printed',
        'I printed a name. The man had done nothing, and his [children|shop] paid for it. The correction was [three lines|on page nineteen].',
      ],
      [
        'Invented a quote',
        'One night before deadline I made up a quote: a decent, harmless sentence by "a neighbour". Nobody ever asked at {employer}.',
      ],
      [
        'Translated around it',
        'I did not understand a paragraph and [smoothed it over|left it out]. A reader noticed [two|four] years later.',
      ],
    ],
    trial: [
      [
        'The last printed issue',
        'I worked on the last printed issue of {employer}. {colleague} and I carried [a bundle|the plates] home.',
      ],
      [
        'A lawsuit',
        'A company sued me over one adjective. It took [fourteen|twenty] months, and the adjective stood.',
      ],
      [
        'Learned to work with machines',
        '{boss} asked me to correct what a machine had written, for [half|a third of] the rate. I set my own prices after that.',
        2017,
      ],
    ],
  },
  {
    id: 'science',
    keywords: each(
      'scientist|researcher|biolog|chemist|physicist|laborator|lab tech|statistic|mathemat|geolog|astronom|archaeolog|anthropolog|sociolog|postdoc|research|historian|ecolog|meteorolog|pharmacolog|philosoph',
    ),
    fromAge: 22,
    education: 'doctorate',
    field: 'the natural sciences',
    employers: each(
      'a university institute|a research centre outside town|a pharmaceutical company|the weather service|a natural history museum',
    ),
    before: each('laboratory assistant|student assistant|field assistant'),
    topics: each(
      'evidence and how to weigh it|statistics|laboratory method|grant applications|scientific writing|the history of the field',
    ),
    pride: [
      [
        'A result that held',
        'A finding of mine was repeated by a group in [Kyoto|Toronto|Uppsala], and it held. {colleague} sent me one word: "[Yes|Finally]".',
      ],
      [
        'A paper after four rejections',
        "Our paper came out after [four|six] rejections, and the [third|last] reviewer's hated paragraph is the most quoted.",
      ],
      [
        "My student's defence",
        'My first student defended at {employer} and thanked me for [never answering her questions|the coffee]. I had to look at the ceiling.',
      ],
    ],
    shame: [
      [
        'Left out the points that did not fit',
        'I left [three|five] measurements out of a figure. There was a reason; I found it [afterwards|once I needed one].',
      ],
      [
        'Scooped a colleague',
        'I heard {colleague} speak of an idea in the canteen of {employer} and published first. We both know.',
      ],
      [
        'Lost the samples',
        "I left the freezer door ajar over a weekend. [Two years|Eighteen months] of {colleague}'s samples thawed.",
      ],
    ],
    trial: [
      [
        'Contract to contract',
        "For [nine|eleven] years I had [seven|six] contracts. I learned to keep my books in [boxes|a friend's cellar].",
      ],
      [
        'The field season',
        'I spent [three|four] months in [a hut|a tent] counting [terns|snow layers]. {colleague} and I stopped talking in week [six|five] and started again in week eight.',
      ],
      [
        'A grant at the fourth try',
        'The [fourth|third] application was accepted. I read the letter [on the toilet|in the lift] so that nobody would see my face.',
      ],
    ],
  },
  {
    id: 'faith-and-cause',
    keywords: each(
      'priest|pastor|imam|rabbi|monk|nun|vicar|minister|chaplain|missionary|ngo|charity|activist|volunteer|union|politician|campaign|community organi|aid worker|diplomat|mayor|councillor',
    ),
    fromAge: 20,
    education: 'bachelor',
    field: 'community work',
    employers: each(
      'a parish at the edge of town|an aid organisation|a trade union|the city council|a neighbourhood centre',
    ),
    before: each('volunteer|parish assistant|street fundraiser|youth group leader'),
    topics: each(
      'speaking to a room|grief|how decisions are really made|raising money|ritual and custom|conflict between neighbours',
    ),
    pride: [
      [
        'Two families at one table',
        'Two families in {city} had not spoken for [nineteen|thirty] years. I got them to one table, with {colleague} [carving|pouring], and they stayed until dark.',
      ],
      [
        'The shelter opened',
        'After [forty|twenty-six] meetings the night shelter in {city} opened. The first guest asked [who had chosen the curtains|whether the soup was always that hot].',
      ],
      [
        'A vote we won',
        'We won by [eleven|four] votes. {boss} had told me to prepare a speech for losing.',
      ],
    ],
    shame: [
      [
        'Preached what I doubted',
        "At a child's funeral I said sentences I did not believe. The mother [thanked me|held on to my sleeve].",
      ],
      [
        'Promised a family a place',
        'I promised a family a flat before it was mine to promise. They had [packed|told the children].',
      ],
      [
        'Kept quiet for the good of the cause',
        'Money was missing at {employer}, not much. I helped {boss} to [balance it|call it postage] so that the donors would stay.',
      ],
    ],
    trial: [
      [
        'The long winter of doubt',
        'For [a year|two winters] I did my work like somebody reading from a sheet. {colleague} noticed and [took me walking|asked nothing].',
      ],
      [
        'Threatened in the street',
        'After a speech a man waited for me in {city}. He talked for [twenty minutes|half an hour]; I listened because I could not get past.',
      ],
      [
        'A camp at the border',
        'I worked [seven|five] weeks in a camp and came home with [one bag|lice and a list of names].',
      ],
    ],
  },
]
