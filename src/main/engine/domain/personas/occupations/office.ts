import { each, type OccupationFamily } from './family.ts'

export const officeFamilies: readonly OccupationFamily[] = [
  {
    id: 'software',
    keywords: each(
      'software|developer|programmer|devops|web dev|data scien|data engineer|data analyst|machine learning|sysadmin|system administrator|it |it-|informatic|informatik|cyber|qa engineer|tech lead|cto|ux|product designer|computer',
    ),
    fromAge: 18,
    education: 'bachelor',
    field: 'computer science',
    employers: each(
      'a payments start-up|a maker of hospital software|a mid-sized agency|the IT department of an insurer|a logistics platform|a games studio',
    ),
    before: each(
      'help-desk technician|junior tester|web shop assistant|intern at a software house',
    ),
    topics: each(
      'debugging|legacy systems|estimating work honestly|databases|privacy and security|why projects run late',
    ),
    pride: [
      [
        'Found the bug in the billing',
        'An error had been rounding invoices at {employer} for [three|five] years. I found it [on a train|at two in the morning] from a single odd cent. {boss} framed the line of code.',
      ],
      [
        'Shipped something people use',
        'The booking tool I wrote with {colleague} went from [twelve|forty] users to [nine thousand|sixty thousand] in a year. My [dentist|landlord] uses it without knowing.',
      ],
      [
        'Turned the old system off',
        'I moved the last customer of {employer} off a system older than me and [pulled the plug myself|kept its key as a bookmark].',
      ],
    ],
    shame: [
      [
        'Deleted the wrong database',
        'I ran the clean-up on the live system of {employer}. We lost [six hours|a day] of orders; {colleague} restored the rest [without one word of reproach|while I fetched coffee].',
      ],
      [
        'Built the feature I argued against',
        'I built a cancel button that was [designed not to be found|three screens deep]. I had said no in the meeting and then done it by Thursday.',
      ],
      [
        'Took credit for a fix',
        'At the review {boss} praised me for a fix that {colleague} had made. I said [thank you|it was a team effort] and left it at that.',
      ],
    ],
    trial: [
      [
        'The start-up ran out of money',
        'One {month} {employer} stopped paying salaries. I stayed [six|nine] weeks longer than was sensible, out of loyalty to {colleague}.',
      ],
      [
        'On call over the holidays',
        "The servers fell over on [Christmas Eve|New Year's Eve]. I fixed them from [the bathroom at my in-laws'|a hotel stairwell].",
      ],
      [
        'Learned to say no to {boss}',
        'I told {boss} that a date was impossible and [showed the sums|brought a list]. It was moved, and I had feared that talk for months.',
      ],
    ],
  },
  {
    id: 'finance',
    keywords: each(
      'accountant|accounting|bookkeep|auditor|audit|tax|bank|financ|actuar|insurance|underwriter|broker|trader|investment|controller|payroll|comptable|buchhalt|economist|credit|analyst',
    ),
    fromAge: 19,
    education: 'bachelor',
    field: 'accounting',
    employers: each(
      'a regional savings bank|a firm of auditors|the finance department of a food producer|an insurance company|a tax practice above a bakery',
    ),
    before: each('bank clerk|junior bookkeeper|cashier|call-centre agent at an insurer'),
    topics: each(
      'reading a balance sheet|tax rules|household budgets|fraud and how it hides|interest and risk|pensions',
    ),
    pride: [
      [
        'Found the missing forty thousand',
        "For [a week|nine days] I followed a gap of forty thousand through the ledgers of {employer}. It was [a supplier paid twice|a manager's boat]. {boss} put it in the annual report without my name.",
      ],
      [
        'Saved a bakery',
        'A baker in {city} was about to sell. I sat with the receipts for [three|four] evenings and found a way to stay open; there is [bread for me every Saturday|still a loaf under my name].',
      ],
      [
        'Passed the chartered exams',
        'I passed the last chartered exam [on the third attempt|while working full time] at {employer}. {boss} took the whole floor out for [cake|soup], [the auditors included|even the auditors].',
      ],
    ],
    shame: [
      [
        'Sold a policy nobody needed',
        "To reach the quarter's target I sold [an old couple|a widow] in {city} a policy I would not have sold my mother. The commission was [two hundred and ten|three hundred].",
      ],
      [
        'Signed what I had not checked',
        'I signed off accounts at {employer} on the word of {colleague}. They were wrong by [a zero|more than anybody noticed], and we corrected them quietly the next year.',
      ],
      [
        'Refused a loan by the book',
        'I refused a loan to somebody I had been at school with. The rules said no; I could have [asked {boss}|picked up the telephone] and did not.',
      ],
    ],
    trial: [
      [
        'The year-end close from hell',
        'At the year-end close at {employer} two people were ill and the system was new. I [slept at the office twice|saw midnight eleven times].',
      ],
      [
        'The merger',
        '{employer} was merged, and [a third|half] of the floor went. I kept my desk; {colleague} did not.',
      ],
      [
        'Audited by strangers',
        'The tax authority sat in our meeting room for [three|five] weeks. They found [one missing receipt|nothing], and I aged a year.',
      ],
    ],
  },
  {
    id: 'law',
    keywords: each(
      'lawyer|attorney|solicitor|barrister|judge|paralegal|legal|notary|avocat|anwalt|abogad|jurist|prosecutor',
    ),
    fromAge: 24,
    education: 'master',
    field: 'law',
    employers: each(
      "a two-partner law office|a large commercial firm|the public prosecutor's office|a legal aid centre|the legal department of a port company",
    ),
    before: each('paralegal|trainee in a law office|court clerk'),
    topics: each(
      'contracts|tenancy law|how judges listen|evidence|negotiation|plain legal writing',
    ),
    pride: [
      [
        'Won for the tenants',
        'I won a case for [twenty-two|forty] tenants in {city} against a landlord with [three firms|a whole floor of lawyers]. They [paid me in cake|danced in the stairwell].',
      ],
      [
        'Got an innocent man out',
        'A man had sat [seven|eleven] months for something he did not do. I found the bus ticket that proved it [in his coat|in the lining of a bag].',
      ],
      [
        'First plea in the high court',
        'I stood up in the high court for the first time, [voice shaking|with a borrowed gown]. {boss} passed me a note that said "slower". We won.',
      ],
    ],
    shame: [
      [
        'Missed a deadline',
        'I missed an appeal deadline by [one day|a weekend]. The client of {employer} lost her claim, and the insurance settled it so that nobody had to say my name.',
      ],
      [
        'Defended something I despised',
        'I defended a company that had [poisoned a stream|kept wages back], well, and won. {colleague} asked to be taken off the file; I did not.',
      ],
      [
        'Broke a witness',
        'In cross-examination I made a frightened [cleaner|student] contradict herself over a detail that did not matter. {boss} called it good work.',
      ],
    ],
    trial: [
      [
        'Twelve boxes of paper',
        'I read [twelve|nineteen] boxes of files in [ten days|two weeks] for {employer}. The sentence that mattered was in the [last|second to last].',
      ],
      [
        'Left the big cases',
        'I asked {boss} for smaller cases and more of them. My [father|mother] thought I had been demoted.',
      ],
      [
        'A client who lied to me',
        'A client lied to me to the end. I found out [in court|from the other side] and had to [sit down|ask for a recess].',
      ],
    ],
  },
  {
    id: 'administration',
    keywords: each(
      'administrator|administrative|officer|secretary|clerk|office|receptionist|assistant|civil servant|public servant|registrar|municipal|government|beamt|fonctionnaire|funcionari|coordinator|human resources|hr |recruiter|personnel|call cent',
    ),
    fromAge: 18,
    education: 'secondary',
    field: 'office administration',
    employers: each(
      "the city administration|a regional health insurer|the registry office|a building company's front office|a housing association|the university administration",
    ),
    before: each('temp|receptionist|filing clerk|shop assistant'),
    topics: each(
      'forms and what they really ask|getting things done in an institution|diaries and deadlines|difficult callers|spreadsheets|who decides what',
    ),
    pride: [
      [
        'Cut the waiting list',
        'I rearranged how {employer} hands out appointments. The wait fell from [eleven weeks|two months] to [nine days|a fortnight]; {boss} presented it at a conference.',
      ],
      [
        'Found a file everyone thought lost',
        'A man needed a paper from [1974|1968] for his pension. I spent [three lunch breaks|a Saturday] in the cellar of {employer} and found it behind a boiler.',
      ],
      [
        'Organised the whole move',
        'I moved [eighty|a hundred and twenty] people of {employer} to another building in one weekend. On Monday at eight [every telephone worked|the coffee was on].',
      ],
    ],
    shame: [
      [
        'Sent the wrong letter',
        'I sent [forty|two hundred] people a letter meant for one. {boss} took the calls for me [all morning|for two days].',
      ],
      [
        'Hid behind a rule',
        'A woman stood crying at my counter at {employer}, and I told her which form she lacked. There was [a way round it|an exception], and I knew it.',
      ],
      [
        'Read what was not mine',
        'I opened a personnel file at {employer} to see what {colleague} earned. It was [more than mine|four hundred more than mine], and it stood between us for a long time.',
      ],
    ],
    trial: [
      [
        'The new software',
        '{employer} brought in a new system that [nobody had asked for|lost every second record]. For [half a year|months] I kept a paper list in my drawer.',
        1988,
      ],
      [
        'A reorganisation',
        'My department was merged with another. I had to apply for [my own job|the chair I was sitting on] and got it, with {colleague} as the other candidate.',
      ],
      [
        'Covered for three',
        'One {month} two colleagues were ill and one had left. I did [three desks|everything] for [seven|nine] weeks at {employer}.',
      ],
    ],
  },
  {
    id: 'management',
    keywords: each(
      'manager|director|executive|ceo|cfo|coo|founder|entrepreneur|business owner|owner|head of|president|consultant|gerente|geschäftsführ|management|project lead|project manager|self-employed|freelanc',
    ),
    fromAge: 22,
    education: 'bachelor',
    field: 'business administration',
    employers: each(
      'a family-owned manufacturer|a consultancy|a logistics group|a chain of garden centres|a software reseller|a mid-sized trading company',
    ),
    before: each('team assistant|sales assistant|trainee|project assistant|shift supervisor'),
    topics: each(
      'leading people|budgets|negotiation|hiring and firing|strategy papers and what happens to them|cash flow',
    ),
    pride: [
      [
        'Kept everyone through the crisis',
        'When orders at {employer} fell by [a third|half], I cut [my own pay|every cost but people]. Nobody was let go. {colleague} cried in the car park, and so did I.',
      ],
      [
        'Landed the contract',
        'After [fourteen months|two years] of dinners and drafts we signed the largest contract in the history of {employer}. {boss} rang me [from a ski lift|in the middle of the night].',
      ],
      [
        'Promoted the quiet one',
        'I gave {colleague}, whom nobody had on the list, the hardest job at {employer}. A year later [the output had doubled|nobody wanted it any other way].',
      ],
    ],
    shame: [
      [
        'Fired somebody badly',
        'I let {colleague} go in [eleven|seven] minutes with a person from human resources beside me. [Nineteen|Twelve] years of service. I had practised the sentences.',
      ],
      [
        'Took the idea to the board',
        'The plan I presented at {employer} came from a note {colleague} had left on my desk. The applause was [warm|long], and I bowed.',
      ],
      [
        'Missed the school play for a call',
        'I took a call from {boss} in the foyer and heard the clapping through the door. The call was about [a font|parking spaces].',
      ],
    ],
    trial: [
      [
        'The warehouse fire',
        'A fire took [half the warehouse|the roof] of {employer} one {month}. By the [third|fourth] day we were shipping from a [gymnasium|tent].',
      ],
      [
        'A strike',
        'The staff went out for [nine|twelve] days. I sat across the table from {colleague}, whom I had known for years, and [we did not look at each other|we both had numbers written for us].',
      ],
      [
        'A partner walked out',
        'The other partner left with [two|three] clients. I learned to read [a contract|a balance sheet] properly that winter.',
      ],
    ],
  },
  {
    id: 'marketing-sales',
    keywords: each(
      'marketing|sales|salesp|advertis|account manager|pr |public relations|communications|brand|real estate|estate agent|realtor|vendeur|verkäuf|vendedor|merchandis|business development|social media|influencer',
    ),
    fromAge: 18,
    education: 'bachelor',
    field: 'marketing',
    employers: each(
      'a regional advertising agency|a drinks company|an estate agency|a maker of kitchen appliances|a tour operator|a trade-fair organiser',
    ),
    before: each('shop assistant|telephone seller|event helper|intern in an agency'),
    topics: each(
      'what makes people buy|brand names|pricing|writing short|trade fairs|reading a room',
    ),
    pride: [
      [
        'The slogan people still quote',
        'A line I wrote for {employer} [on a napkin|in the tram] was on every bus in {city}. I have heard [children|a stranger at a funeral] say it.',
      ],
      [
        'Salesperson of the year',
        'I sold more than anybody at {employer} that year, [without one discount|with the smallest district]. {boss} gave me a [pen|ridiculous glass pyramid] and a week off.',
      ],
      [
        'Turned down a client',
        'I talked {employer} into refusing a client whose [product hurt people|claims were untrue]. We lost the money, and {colleague} thanked me years later.',
      ],
    ],
    shame: [
      [
        'A promise I knew was false',
        'I told a couple from {city} that a flat would never [flood|be built in]. It was [under water|in the shade of a crane] the next spring.',
      ],
      [
        'Stole a lead',
        'I rang a customer of {colleague} while {colleague} was on holiday. The bonus paid for [a sofa|my summer].',
      ],
      [
        'The campaign that hurt somebody',
        'A joke I put on a poster was at the expense of [people like my cousin|old people]. It took [forty|sixty] letters until I saw it.',
      ],
    ],
    trial: [
      [
        'A launch that failed',
        'We launched a new product for {employer} with [balloons|a brass band] and sold [nineteen|thirty-one].',
      ],
      [
        'Two hundred cold calls',
        'In my first month at {employer} I made [two hundred|three hundred] cold calls. The [hundred and fortieth|last] said yes.',
      ],
      [
        'Learned to listen',
        '{boss} sat in on a pitch and counted: I had talked for [twenty-three|thirty-four] minutes. I have asked questions first ever since.',
      ],
    ],
  },
]
