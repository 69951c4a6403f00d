import { each, type OccupationFamily } from './family.ts'

export const tradesFamilies: readonly OccupationFamily[] = [
  {
    id: 'construction',
    keywords: each(
      'builder|construction|carpenter|joiner|plumber|electrician|roofer|bricklayer|mason|painter and decorator|house painter|plasterer|tiler|foreman|site manager|welder|scaffold|maçon|maurer|elektriker|schreiner|albañil|contractor|glazier|surveyor|hvac',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'the building trade',
    employers: each(
      'a building firm of nine people|a roofing company|a big contractor|a joinery on the industrial estate|a heating and plumbing firm',
    ),
    before: each('labourer|apprentice|warehouse hand|delivery driver'),
    topics: each(
      'building materials|reading plans|tools worth their money|safety on site|what a job really costs|old houses',
    ),
    pride: [
      [
        'The staircase',
        'I built a curved oak staircase for a house in {city}, [seven|nine] weeks of work, not one visible screw. {boss} brings customers to see it.',
      ],
      [
        'Stopped the site',
        'I refused to go on under a [wall that had moved|crane that was not checked] and told the others to come down. It fell [that night|within the hour]. {colleague} buys me a drink every year on that date.',
      ],
      [
        'Our own house',
        'On weekends over [three|four] years I built our house myself, from [the drains|the foundations] to the roof. {colleague} helped with the beams.',
      ],
    ],
    shame: [
      [
        'A leak I had not tested',
        "I closed up a wall without testing the joint. It ran down into [a library|an old lady's bedroom] in {city}, and {employer} paid.",
      ],
      [
        'Cash in hand',
        'For [two|three] winters I worked weekends off the books. When {colleague} was caught doing the same, I acted surprised.',
      ],
      [
        'Let the apprentice carry it',
        'I sent a lad of [sixteen|seventeen] up a ladder I did not trust. He broke [a wrist|an ankle], and I filled in the form.',
      ],
    ],
    trial: [
      [
        'A winter without work',
        'From [November|December] to March there was nothing to build. I [drove parcels|cleared snow] and counted bags of cement in my sleep.',
      ],
      [
        'Fell off a roof',
        'I fell [three|four] metres at a site in {city} and landed in [sand|a heap of insulation]. [Two ribs|A shoulder], and {boss} at the bedside before my family.',
      ],
      [
        'My own van',
        'I bought a third-hand van and put [my name|a telephone number] on the side. It took [four months|a season] until somebody rang.',
      ],
    ],
  },
  {
    id: 'factory',
    keywords: each(
      'factory|production|machine operator|machinist|assembl|warehouse|packer|forklift|steel|textile|seamstress|tailor|worker|ouvrier|arbeiter|operari|labourer|laborer|quality inspector|printer|miner|storekeeper|logistics',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'metalwork',
    employers: each(
      'a car-parts plant|the paper mill|a furniture factory|a distribution warehouse|a dairy|a textile works',
    ),
    before: each('packer|cleaner|apprentice|seasonal worker'),
    topics: each(
      'machines and their moods|shift work|works councils|stock and storage|safety rules|how things are made',
    ),
    pride: [
      [
        'An idea worth a bonus',
        "I suggested turning a belt at {employer} [the other way round|by ninety degrees]. It saved [eleven|nineteen] seconds a piece, and {boss} paid me [a month's wage|a bicycle] for it.",
      ],
      [
        'Pulled a man out',
        "{colleague}'s sleeve was caught in the [press|roller]. I hit the stop and held on until it let go. [The arm was saved|All fingers but one were saved].",
      ],
      [
        'Elected by the shift',
        'The night shift of {employer} elected me to speak for them with [all but three|seventy-one] votes. I had not put myself forward.',
      ],
    ],
    shame: [
      [
        'Switched off the guard',
        'I bridged the safety guard to make my numbers at {employer}. The next shift did not know. It ended with [a cut|a fright], and I kept my mouth shut.',
      ],
      [
        'Crossed the line',
        'During the strike I went in through the [back gate|loading bay] because of the rent. {colleague} saw me and never mentioned it.',
      ],
      [
        'Falling asleep on nights',
        'I slept [forty minutes|an hour] behind the pallets, and [a whole batch|nine hundred pieces] went out wrong.',
      ],
    ],
    trial: [
      [
        'The plant closed a line',
        'One {month} {employer} shut a line. [Sixty|Forty] of us stood in the yard with [a letter|a box]; I was moved to packing.',
      ],
      [
        'Learned the new machine',
        'The new machine came with a manual in [three languages, none of them mine|German]. {colleague} and I worked it out by [listening|trial and error].',
      ],
      [
        'Back from the injury',
        'My [back|shoulder] went, and I was off for [ten|fourteen] weeks. {boss} kept my locker for me.',
      ],
    ],
  },
  {
    id: 'driving',
    keywords: each(
      'driver|chauffeur|taxi|truck|lorry|bus|courier|delivery|postal|mail|postman|fahrer|dispatcher',
    ),
    fromAge: 18,
    education: 'vocational',
    field: 'transport',
    employers: each(
      'the city transport company|a haulage firm|a transport cooperative|a family firm with nine vehicles|a regional carrier',
    ),
    before: each('warehouse hand|bicycle courier|car washer|petrol-station attendant'),
    topics: each(
      'roads and routes|vehicles and what breaks|driving hours and rules|passengers|weather|cheap good food on the way',
    ),
    pride: [
      [
        'A birth on the back seat',
        'A child was born [behind the depot|in a lay-by], with me holding the lamp and {colleague} on the radio. They named him after [the street|the route number].',
      ],
      [
        'A million kilometres',
        '{boss} gave me a [plaque|cake] for a million kilometres without an accident at {employer}.',
      ],
      [
        'Stopped in time',
        "A [boy on a sledge|pram] shot into the road in {city}. I stopped with [a hand's width|half a metre] to spare and could not drive on for an hour.",
      ],
    ],
    shame: [
      [
        'Drove too tired',
        'I nodded off for a second on the motorway and woke on the hard shoulder. I told {boss} it had been [a tyre|a deer].',
      ],
      [
        'Left a passenger standing',
        'I saw an old man run for the last bus out of {city} and pulled away, because I was [four|six] minutes late.',
      ],
      [
        'A parcel I threw',
        'I threw a parcel over a gate to save [a minute|the walk]. It was [an urn|a violin]. {employer} called it damage in transit.',
      ],
    ],
    trial: [
      [
        'Stuck in the snow',
        'I sat [fourteen|nineteen] hours in the snow with [pigs|oranges] in the back and shared my coffee with a stranger.',
      ],
      [
        'Robbed on a night run',
        'Two lads took the till on a night run. I gave it to them, and {colleague} drove me home in [my own|an empty] bus.',
      ],
      [
        'A new route',
        'After years on one route {employer} gave me another. I [missed the faces|learned eighty street names in a week].',
      ],
    ],
  },
  {
    id: 'mechanics',
    keywords: each(
      'mechanic|mechatronic|technician|repair|maintenance|locksmith|fitter|machine tool|mécanicien|mechaniker|mecánic|watchmaker|bicycle|janitor|caretaker|handyman',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'mechanics',
    employers: each(
      "a garage with two lifts|the workshop of a bus company|a lift-maintenance firm|a hospital's technical service|an agricultural machinery dealer",
    ),
    before: each('apprentice|tyre fitter|petrol-station attendant|scrapyard help'),
    topics: each(
      'engines|diagnosing by ear|electrics|spare parts and what they should cost|honest repairs|welding',
    ),
    pride: [
      [
        'Brought the old engine back',
        "A [tractor|boat|motorbike] from [1951|1963] had stood for decades. I had it running for the owner's [eightieth birthday|funeral], as {boss} had promised.",
      ],
      [
        'Found it by ear',
        'Three workshops had given up. I listened for [a minute|two minutes], tightened [one bolt|a bracket], and charged nothing. The customer has come to {employer} ever since.',
      ],
      [
        'Master craftsman',
        "I passed the master's examination after [three|four] winters of evening school, with {colleague} as examiner's terror.",
      ],
    ],
    shame: [
      [
        'A wheel I did not tighten',
        'A customer of {employer} lost a wheel [on the bypass|at walking pace, thank God]. I had been called to the telephone in the middle of the job.',
      ],
      [
        'Charged for a part I did not fit',
        '{boss} told me to bill [a filter|spark plugs] we never changed. I did it [twice|for a year] before I refused.',
      ],
      [
        'Laughed at the trainee',
        'I sent a girl in her first week for a [left-handed spanner|bucket of steam] and everybody laughed. She left in the [second|third] month.',
      ],
    ],
    trial: [
      [
        'Cars became computers',
        'I sat in a course at {employer} with people half my age, and the [laptop|scanner] knew more than I did. By the end {colleague} was asking me.',
        1998,
      ],
      [
        'The workshop flooded',
        'One {month} the river stood [knee-high|a metre deep] in the workshop. We dried [tools in my oven|every manual page by page].',
      ],
      [
        'A burnt hand',
        'I burned my [left|right] hand on a manifold and worked [one-handed|at the counter] for [six|eight] weeks.',
      ],
    ],
  },
  {
    id: 'farming',
    keywords: each(
      'farm|agricult|gardener|landscap|forest|fisher|vintner|winemak|winegrow|beekeep|shepherd|horticult|agronom|landwirt|agricultor|agriculteur|rancher|florist|ranger|dairy',
    ),
    fromAge: 16,
    education: 'vocational',
    field: 'agriculture',
    employers: each(
      'a mixed family farm|an organic vegetable farm|an estate with orchards|a tree nursery|a wine estate|a dairy cooperative',
    ),
    before: each('farm hand|seasonal picker|market-stall helper'),
    topics: each(
      'soil|weather|animals and their illnesses|machinery|prices and subsidies|what grows where',
    ),
    pride: [
      [
        'The best harvest',
        'In the year everyone else lost theirs, our [apples|wheat|vines] came through, because I had [planted late|listened to an old neighbour]. {colleague} still calls it luck.',
      ],
      [
        'Saved the calf',
        'I lay [three|four] hours in the straw with my arm in a cow. {colleague} had gone to fetch the vet; both lived, and we called the calf [Tuesday|Miracle].',
      ],
      [
        'A prize at the show',
        'At the county show near {city} the judges took [our cheese|our bull|my roses] for first prize. {boss} drove home with the ribbon on the mirror.',
      ],
    ],
    shame: [
      [
        'Sprayed on the wrong day',
        "I sprayed in the wind and killed [a neighbour's hives|the beans next door]. I paid for them and said it was [the label|an accident].",
      ],
      [
        'Let a fence go',
        'I had put off a fence for weeks. [Two|Three] heifers got onto the road by {city}, and a young man ended in the ditch.',
      ],
      [
        'Sold the old horse',
        'I told the children the horse had gone to [a meadow|a good family]. It went for [meat|slaughter].',
      ],
    ],
    trial: [
      [
        'The dry summer',
        'It did not rain for [seventy|eighty-one] days. I drove water [at night|before dawn], and {colleague} slept in the tractor.',
      ],
      [
        'The flood in the lower field',
        'The river took the lower field one {month}. We found [the gate|a trough] [three villages|two kilometres] downstream.',
      ],
      [
        'Changed to organic',
        'It took [three|four] years of weeds before {employer} was certified. The neighbours [counted the thistles|bet on when I would give up].',
      ],
    ],
  },
  {
    id: 'engineering',
    keywords: each(
      'engineer|civil engineer|mechanical|architect|draughts|draft|urban plan|aerospace|electrical|chemical|ingenieur|ingénieur|ingenier|industrial design|technologist|energy',
    ),
    fromAge: 22,
    education: 'master',
    field: 'engineering',
    employers: each(
      "an engineering consultancy|a bridge-building company|a maker of pumps|the water utility|an architects' office|a wind-energy firm",
    ),
    before: each('draughtsperson|working student|laboratory technician|trainee engineer'),
    topics: each(
      'materials and loads|standards and codes|project planning|energy|why things break|technical drawing',
    ),
    pride: [
      [
        'The bridge stands',
        'The footbridge I calculated for {city} opened one {month}. I [stood under it|walked it last], with {colleague} counting the people.',
      ],
      [
        'Said it would crack',
        'I wrote to {boss} that a [bracket|weld] would crack within [two years|a winter]. They changed it. The ones already sold cracked [to the month|as predicted].',
      ],
      [
        'A patent',
        "My name and {colleague}'s are on a patent for a [valve|hinge] the size of a thumb. It is in [every third dishwasher|half the trams of the country].",
      ],
    ],
    shame: [
      [
        'A wrong unit',
        'I mixed up [bar and kilopascals|two units] in a sheet at {employer}. [Eleven|Six] pumps had to be taken out again, and {colleague} spent Easter doing it.',
      ],
      [
        'Signed under pressure',
        'I signed a test report for {boss} with two measurements missing, because the ship was leaving. [It held|Nothing ever happened].',
      ],
      [
        'Explained over her head',
        'In a review I corrected a young colleague in front of the client on something she had right. I [noticed on the stairs|wrote to her and never sent it].',
      ],
    ],
    trial: [
      [
        'The tender we lost',
        'We worked [nine|eleven] months on a tender and lost by [half a point|a page number].',
      ],
      [
        'Months on a building site',
        '{employer} sent me to a site [at the end of a railway line|on an island] for [eight|ten] months. I learned more from the foreman than in [five|six] years of study.',
      ],
      [
        'The test rig',
        'The rig failed at every [night test|third start]. It was [a mouse|a loose earth wire]; {colleague} found it by sitting in the dark.',
      ],
    ],
  },
]
