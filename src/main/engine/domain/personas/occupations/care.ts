import { each, type OccupationFamily } from './family.ts'

export const careFamilies: readonly OccupationFamily[] = [
  {
    id: 'nursing',
    keywords: each(
      'nurse|nursing|midwife|midwi|paramedic|ward sister|infirmi|krankenpfleg|enfermer|pielęgniar|healthcare assistant|emt',
    ),
    fromAge: 20,
    education: 'bachelor',
    field: 'nursing',
    employers: each(
      'a large teaching hospital|the district hospital|a community health centre|a private clinic|a hospice|the emergency department of the city hospital',
    ),
    before: each('care assistant|hospital porter|ward clerk|receptionist at a medical practice'),
    topics: each(
      'patient care|medication safety|night shifts and how to survive them|infection control|talking to frightened relatives|wound care',
    ),
    pride: [
      [
        'Caught a wrong dose in time',
        'On a night shift I noticed that the dose on a [chart|drip label] was ten times too high and stopped it. {colleague}, who had prepared it, [went white|sat down on the floor of the store room]; the patient went home [four days|a week] later.',
      ],
      [
        'Stayed with a dying patient',
        'An old [sailor|teacher|farmer] had no family within reach, so after my shift at {employer} I [pulled up a chair|took off my badge] and stayed until [half past four|the early morning]. {boss} wrote my hours down without asking.',
      ],
      [
        'Trained the new starters',
        '{boss} asked me to take on [three|five] new colleagues at {employer}. A year later [every one of them was still there|four of them had passed their exams], which nobody on that ward remembered happening before.',
      ],
    ],
    shame: [
      [
        'Snapped at a patient',
        'At the end of a double shift I told a woman who rang for the [sixth|ninth] time that she was not the only one on the ward. [She apologised to me|She did not ring again that night]. {colleague} heard it and said nothing.',
      ],
      [
        'A note I forgot to pass on',
        'I forgot to hand over an allergy at the change of shift at {employer}. {colleague} [found it by luck|rang me at home], nothing happened to the patient, and it was written up under "near miss" with my initials on it.',
      ],
      [
        'Called in sick when I was not',
        'After [eleven|nine] days in a row, I rang {employer} and said I had a fever. They were [two|three] people short that night, and {colleague} worked through without a break.',
      ],
    ],
    trial: [
      [
        'The winter the ward overflowed',
        'For [five|seven] weeks there were beds in the corridor at {employer}. I learned to [eat standing up|do handovers in the lift] and lost [four|six] kilos.',
      ],
      [
        'Learned a new record system',
        '{employer} changed its records over one weekend. {colleague} and I [taped crib notes to every trolley|ran an evening class for the older staff] until it held.',
        1992,
      ],
      [
        'Moved from nights to days',
        'After years of nights I asked {boss} for days. I [slept badly for a month|kept waking at three] and then saw the park in daylight on a Tuesday.',
      ],
    ],
  },
  {
    id: 'medicine',
    keywords: each(
      'doctor|physician|surgeon|gp|general practitioner|paediatric|pediatric|cardiolog|radiolog|anaesthe|anesthe|médecin|arzt|ärztin|médic|psychiatr|dentist|orthodont|veterinar|vet',
    ),
    fromAge: 26,
    education: 'doctorate',
    field: 'medicine',
    employers: each(
      'a university hospital|a group practice|the county hospital|a rural surgery|a specialist clinic',
    ),
    before: each('junior doctor|hospital intern|laboratory assistant|research assistant'),
    topics: each(
      'diagnosis under uncertainty|clinical guidelines|breaking bad news|medical statistics|hospital politics|preventive medicine',
    ),
    pride: [
      [
        'The diagnosis nobody had made',
        'A [young woman|retired miner|boy of nine] had seen [four|six] specialists. I read the whole file [on a Sunday|twice] and ordered one unfashionable blood test. It came back positive, and {colleague} rang me to say so.',
      ],
      [
        'Opened a clinic for people without papers',
        'With {colleague} I ran a free clinic [on Thursday evenings|in a church hall] in {city}. The first night [nobody came|three people came]; by spring there was a queue.',
      ],
      [
        'Passed the specialist examination',
        'I passed the specialist examination at the [first|second] attempt, [while on call at|after four years of nights at] {employer}. {boss} shook my hand and then gave me the weekend rota.',
      ],
    ],
    shame: [
      [
        'Missed it',
        'I sent a man home with [antacids|painkillers]; he came back by ambulance [the same night|two days later]. He lived. At the review at {employer}, {boss} asked what I had been thinking, and I did not know.',
      ],
      [
        'Let a junior take the blame',
        'A result was overlooked on my list and the family complained. In the meeting I let it stand that {colleague}, [three months|barely half a year] out of training, had been responsible.',
      ],
      [
        'Hurried a conversation',
        'I told a couple the worst news of their lives in [four|six] minutes, because the corridor was full. {colleague} went back in afterwards to do it properly.',
      ],
    ],
    trial: [
      [
        'The first night alone on call',
        'My first night in charge at {employer} brought [two arrests and a birth|eleven admissions]. At six in the morning {boss} [brought rolls|asked only whether I had eaten].',
      ],
      [
        'Changed how the practice books patients',
        'I persuaded {employer} to leave [a third|a quarter] of the day unbooked. {colleague} was against it for [a year|months] and then asked for it too.',
      ],
      [
        'A complaint that took two years',
        'A complaint against me was [dismissed after two years|settled without a finding]. I kept every letter in a [green folder|shoe box].',
      ],
    ],
  },
  {
    id: 'social-care',
    keywords: each(
      'social work|care worker|carer|caregiver|support worker|youth work|childcare|child care|nanny|au pair|kindergarten|nursery|early years|educator|erzieher|daycare|counsel|therap|psycholog|physio|occupational therap|speech',
    ),
    fromAge: 18,
    education: 'vocational',
    field: 'social care',
    employers: each(
      'a family support charity|the city youth office|a day nursery|a residential home|a community therapy practice|the local council',
    ),
    before: each(
      'volunteer coordinator|childminder|teaching assistant|kitchen help in a care home',
    ),
    topics: each(
      'child development|family law in practice|de-escalation|benefits and forms|attachment|working with trauma',
    ),
    pride: [
      [
        'A boy who came back to say thank you',
        "A lad I had worked with for [two|three] years turned up at {employer} in a [suit|chef's jacket] to show me his first pay slip. {colleague} had to go and stand in the kitchen.",
      ],
      [
        'Kept three siblings together',
        'The plan was to place [three|four] children in different homes. I rang [forty|sixty] families in a week, and {boss} signed the papers for one house in {city}.',
      ],
      [
        'Built the garden group',
        'I started a garden group behind {employer} with [donated spades|nothing but pallets]. People who had not spoken in months argued about [tomatoes|beans].',
      ],
    ],
    shame: [
      [
        'Did not make the visit',
        'I ticked a home visit that I had only done by telephone. [Nothing came of it|It was three weeks before somebody looked], but I know the date.',
      ],
      [
        'Gave up on somebody',
        'I told {boss} that a client of mine was not ready for help. What I meant was that I [could not stand another Monday with him|was too tired to try again].',
      ],
      [
        'Raised my voice at a child',
        'I shouted at a [five|six]-year-old who had thrown [a plate|paint] for the third time. {colleague} took over, kindly, which was worse.',
      ],
    ],
    trial: [
      [
        'The year the funding stopped',
        '{employer} lost its funding in {month}. I [wrote eleven applications|worked half the hours for half the pay] until a foundation said yes.',
      ],
      [
        'Testified in court',
        'I was called to testify in a custody case in {city}. The lawyer asked [whether I had children myself|how long I had really known them].',
      ],
      [
        'Learned to leave work at work',
        'After a bad autumn {boss} sent me to supervision. I began to [walk home the long way|change my shoes before going in] so that the day stayed outside.',
      ],
    ],
  },
  {
    id: 'teaching',
    keywords: each(
      'teacher|teaching|lecturer|professor|tutor|headteacher|principal|school|lehrer|professeur|maestr|enseign|instructor|academic',
    ),
    fromAge: 22,
    education: 'master',
    field: 'education',
    employers: each(
      'a comprehensive school|a primary school at the edge of town|a vocational college|a private school|an adult education centre|the grammar school',
    ),
    before: each('substitute teacher|holiday camp leader|private tutor|classroom assistant'),
    topics: each(
      "curriculum design|keeping thirty people interested|assessment and marking|special needs in mainstream classes|parents' evenings|school politics",
    ),
    pride: [
      [
        'The pupil nobody expected to pass',
        'A girl called {pupil}, [written off by everybody|who had slept through a year], passed with the second-best mark of the year at {employer}. She left [a jar of honey|a card with one line] on my desk.',
      ],
      [
        'Took the class to the sea',
        'I took [twenty-six|thirty-one] children from {employer} to the coast; [nine|eleven] of them had never seen it. {colleague} still tells the story of the bus.',
      ],
      [
        'Wrote the new syllabus',
        'The syllabus I wrote with {colleague} over [a summer|two winters] was adopted by [four|seven] other schools around {city}.',
      ],
    ],
    shame: [
      [
        'Humiliated a boy in front of the class',
        'I read out a wrong answer in a silly voice. [Everybody laughed but him|The class laughed]. He stopped putting up his hand for the rest of the year.',
      ],
      [
        'Marked the papers without reading them',
        'One June I marked [the last forty|half a set of] essays from the handwriting and the first page. Nobody at {employer} ever noticed.',
      ],
      [
        'Stayed silent in the staff room',
        'When {boss} pushed out {colleague}, I had [things to say and a mortgage|all the facts] and looked at my tea.',
      ],
    ],
    trial: [
      [
        'My first inspection',
        'An inspector sat at the back of my class at {employer} with a [clipboard|cold]. The projector failed after [three|five] minutes and I taught the rest with chalk.',
      ],
      [
        'A class that would not be taught',
        "One year's class at {employer} [ran me ragged|beat me by Christmas]. {colleague} advised me to stop talking so much. It helped.",
      ],
      [
        'Lessons through a screen',
        'For months I taught from [the kitchen table|my bedroom]. [A third|A quarter] of the class never switched on the camera; I learned their voices.',
        2020,
      ],
    ],
  },
]
