import { each, type OccupationFamily } from './family.ts'

const noWork = { before: [], employers: each('a small local firm|a larger company in town') }

/** People whose occupation is not a job: learners, and those who run a household. */
export const outsideFamilies: readonly OccupationFamily[] = [
  {
    id: 'pupil',
    ...noWork,
    keywords: each(
      'pupil|schoolchild|school child|school student|child|toddler|infant|baby|kid|preschool|élève|schüler|high school student|middle school|teenager|none yet',
    ),
    fromAge: 0,
    education: 'none',
    field: 'school',
    topics: each(
      'school subjects|games everyone plays|who is friends with whom|animals|how phones work',
    ),
    pride: [],
    shame: [],
    trial: [],
  },
  {
    id: 'student',
    ...noWork,
    keywords: each(
      'student|undergraduate|trainee|apprentice|intern|étudiant|studierende|studentin|estudiante|azubi|phd candidate|phd student|doctoral student',
    ),
    fromAge: 16,
    education: 'secondary',
    field: 'my subject',
    before: each('waiter|shop assistant|tutor|warehouse hand'),
    topics: each(
      'studying for examinations|living on little|student politics|part-time work|the internet and its customs|shared kitchens',
    ),
    pride: [
      [
        'Passed the examination everyone failed',
        'In the examination that [sixty|seventy] per cent fail I came [third|seventh]. {colleague} and I had studied in [a laundrette|the station waiting room] because it was warm.',
      ],
      [
        'Paid my own way',
        'I paid a whole [term|year] from [night shifts|tutoring] and sent the transfer from my father back with a note.',
      ],
      [
        'Gave a talk',
        'I gave my first talk in front of [ninety|sixty] people at {employer}. My voice came back after the second slide, and {boss} asked for the notes.',
      ],
    ],
    shame: [
      [
        'Copied an essay',
        'I copied [two pages|a chapter] and got a good mark. {colleague}, who wrote every word alone, got a worse one.',
      ],
      [
        'Hid a failed term',
        'I told everyone at home that the exams had gone well. I had [failed two|not gone to three].',
      ],
      [
        'Left a group in the lurch',
        'I did not turn up to a group presentation. I had [slept in|been afraid], and {colleague} read my part from a telephone.',
      ],
    ],
    trial: [
      [
        'Changed subjects',
        'After [two|three] terms I changed subjects. It took [a week|a month] to tell my parents.',
      ],
      [
        'The night before the deadline',
        'I wrote [nineteen|twenty-four] pages in one night, and the printer of {employer} gave up at page [eleven|eight].',
      ],
      [
        'A room of my own',
        'I found a room of [nine|eleven] square metres with a view of [a wall|the railway], and paid for it with [two|three] jobs.',
      ],
    ],
  },
  {
    id: 'household',
    ...noWork,
    keywords: each(
      'homemaker|housewife|househusband|stay-at-home|stay at home|hausfrau|mère au foyer|ama de casa|full-time parent|parental leave|family carer',
    ),
    fromAge: 18,
    education: 'secondary',
    field: 'home economics',
    before: each('shop assistant|office clerk|waiter|nursery helper'),
    topics: each(
      "running a household|children's illnesses|schools and forms|cooking for many|neighbourhood life|budgets",
    ),
    pride: [
      [
        'Ran the street party',
        "I organised the street party in {city} for [two hundred|a hundred and forty]. {colleague} from next door said it was the first time people there [had talked|knew each other's names].",
      ],
      [
        'Nursed my mother to the end',
        'For [two|three] years I looked after my mother at home. The nurse said she had [seldom seen it done so well|nothing to add].',
      ],
      [
        'Got the crossing built',
        'After [eleven|seven] letters and one very wet demonstration, {city} put a crossing outside the school.',
      ],
    ],
    shame: [
      [
        'Locked myself in the bathroom',
        'One afternoon I locked myself in and let them knock for [twenty minutes|half an hour].',
      ],
      [
        'Pretended to be busy',
        'A friend asked me what I do all day. I made up a [course|project] and then had to keep it alive for months.',
      ],
      [
        'Spent the holiday money',
        'I spent the holiday money on [a coat|a debt] and said prices had gone up.',
      ],
    ],
    trial: [
      [
        'The year everyone was ill',
        'From {month} on somebody was always ill. I [slept in a chair|knew the night pharmacist by first name].',
      ],
      [
        'The first day of an empty house',
        'The first morning that everybody was out I [sat on the stairs|cleaned the oven] and did not know what I liked.',
      ],
      [
        'Learned the sums',
        'I took over the bills and found [a drawer of reminders|three subscriptions nobody used]. By {month} we were straight.',
      ],
    ],
  },
]
