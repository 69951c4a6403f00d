import type { SchwartzValue, Traits } from '../../../../shared/contract/personas.ts'

/** A line of argument people bring to almost any offer, rule or idea. */
export type Theme = {
  readonly id: string
  /** Words of a question that bring it to mind, stemmed by `tokenize`. */
  readonly cues: readonly string[]
  readonly values: readonly SchwartzValue[]
  /** Pull of a trait, per standard deviation. */
  readonly traits: Partial<Traits>
  /** Reasons in favour, against, and undecided, to follow "because". */
  readonly pro: readonly string[]
  readonly con: readonly string[]
  readonly mixed: readonly string[]
}

const cues = (words: string) => words.split(' ')

/** Ours: the arguments that open survey answers come back to, tied to what kind of person uses them. */
export const themes: readonly Theme[] = [
  {
    id: 'cost',
    cues: cues('price cost pai monei expens cheap budget fee subscript afford save discount'),
    values: ['security', 'power'],
    traits: { conscientiousness: 0.4, neuroticism: 0.3 },
    pro: [
      'the price would be worth what I get back',
      'it would save money over the year, and I count every bill',
      'good value for money is what I look for first',
    ],
    con: [
      'the price is too high for what it does, and my budget is tight',
      "I can't justify the cost every month",
      'it sounds like one more fee hidden in the small print',
    ],
    mixed: [
      'it all comes down to the price, and nobody tells you the real cost at the start',
      'I would have to see the cost next to what I pay at present',
    ],
  },
  {
    id: 'time',
    cues: cues('time busi quick fast conveni hour wait effort easi simpl daili'),
    values: ['achievement', 'hedonism'],
    traits: { conscientiousness: 0.3, extraversion: 0.2 },
    pro: [
      'it would save me time on busy days',
      'it is convenient, and convenience wins when I come home tired',
      'anything quick and easy to use gets a chance with me',
    ],
    con: [
      "I don't have the time to learn yet another thing",
      'it takes too much effort for a busy week',
      'the waiting and the set-up would put me off',
    ],
    mixed: [
      'it depends on how much time it really takes',
      'it could be convenient or one more chore, I have seen both',
    ],
  },
  {
    id: 'trust',
    cues: cues('trust secur safe risk privaci data compani govern bank onlin guarante'),
    values: ['security', 'conformity'],
    traits: { neuroticism: 0.5, agreeableness: -0.3 },
    pro: [
      'I feel safe with it, and safety comes first',
      'I trust things that are tested and come with a guarantee',
      'it looks reliable, and I need to be able to rely on it',
    ],
    con: [
      "I don't trust the people behind it with my data",
      'the risk is mine and the profit is theirs',
      'it feels unsafe until somebody independent has checked it',
    ],
    mixed: [
      'I would want to know who is behind it before I trust it',
      'the risk may be small, but nobody explains it',
    ],
  },
  {
    id: 'quality',
    cues: cues('qualiti work reliabl last durabl brand product servic perform better'),
    values: ['achievement', 'tradition'],
    traits: { conscientiousness: 0.5 },
    pro: [
      'the quality seems solid, and I hate buying twice',
      'it does one job and does it well',
      'well-made things last, and this looks well made',
    ],
    con: [
      'the quality is not what they promise',
      'it would break within the year, as these things do',
      'I know better made alternatives',
    ],
    mixed: [
      'I would have to hold it in my hands to judge the quality',
      'some of it looks well made and some of it looks rushed',
    ],
  },
  {
    id: 'health',
    cues: cues('health food eat diet sport sleep stress medic doctor exercis ill bodi'),
    values: ['security', 'hedonism'],
    traits: { neuroticism: 0.3, conscientiousness: 0.2 },
    pro: [
      'it would be good for my health, and I feel that more every year',
      'it takes some stress out of the day',
      'I sleep better when I look after things like this',
    ],
    con: [
      'I worry about what it does to my health',
      'it would add stress to days that have plenty of it',
      'my body tells me to leave such things alone',
    ],
    mixed: [
      'I would ask my doctor first',
      'it may be healthy, but the advice changes every few years',
    ],
  },
  {
    id: 'environment',
    cues: cues(
      'climat environ green electr energi wast recycl plastic car car flight natur sustain',
    ),
    values: ['universalism'],
    traits: { openness: 0.4, agreeableness: 0.2 },
    pro: [
      'it is better for the environment, and somebody has to begin',
      'less waste is reason enough for me',
      'I think of the climate the next generations will live in',
    ],
    con: [
      'the environmental claim sounds like advertising to me',
      'it makes more waste than it saves',
      'it shifts the damage to nature to somewhere else',
    ],
    mixed: [
      'I would like to know what it means for the environment, honestly reckoned',
      'it saves energy in one place and wastes it in another',
    ],
  },
  {
    id: 'family',
    cues: cues('famili child children kid school parent partner home household friend neighbour'),
    values: ['benevolence', 'tradition'],
    traits: { agreeableness: 0.5 },
    pro: [
      'it would help the people close to me, and they come first',
      'my family and friends would get something out of it too',
      'it brings people together, and that counts with me',
    ],
    con: [
      'it takes time away from family and friends',
      'the people close to me would not want it',
      'it is not made for homes like mine',
    ],
    mixed: [
      'I would talk it over with the people close to me first',
      'it would suit some in my family and annoy the others',
    ],
  },
  {
    id: 'freedom',
    cues: cues('choic choos free decid flexibl rule oblig contract ban compulsori vote control'),
    values: ['self-direction'],
    traits: { openness: 0.3, agreeableness: -0.3 },
    pro: [
      'it gives me more freedom to decide for myself',
      'I like having the choice in my own hands',
      'it is flexible, and I can stop whenever I want',
    ],
    con: [
      'it takes the decision out of my hands',
      "I don't like being tied to a contract or told what to do",
      'it leaves no choice, and that makes me stubborn',
    ],
    mixed: [
      'as long as it stays voluntary I can live with it',
      'I want to be free to change my mind later',
    ],
  },
  {
    id: 'novelty',
    cues: cues('new technolog app digit innov idea futur ai robot smart onlin invent'),
    values: ['stimulation', 'self-direction'],
    traits: { openness: 0.7, extraversion: 0.2 },
    pro: [
      'I am curious about new things and would try it at once',
      'a fresh idea is worth a try',
      'it sounds exciting, and routine bores me',
    ],
    con: [
      'it is new for the sake of being new',
      'I have seen such novelties come and go',
      'the old way does the job, so I see no need for another gadget',
    ],
    mixed: [
      'I am curious, but I let others try new things first',
      'it is interesting, though half of the novelty is talk',
    ],
  },
  {
    id: 'habit',
    cues: cues('chang habit usual alwai tradit old switch keep current routin'),
    values: ['tradition', 'conformity'],
    traits: { openness: -0.6 },
    pro: [
      'it fits the way I have always done things',
      'I am used to it, and it has never let me down',
      'it keeps what was good about the old way',
    ],
    con: [
      'I would have to change habits that work well',
      'I am used to my own way and see no reason to switch',
      'it breaks with the way things are done here',
    ],
    mixed: [
      'habits are hard to change, even when the change makes sense',
      'I could get used to it, only not overnight',
    ],
  },
  {
    id: 'fairness',
    cues: cues('fair equal tax poor rich societi right polici public communiti law help'),
    values: ['universalism', 'benevolence'],
    traits: { agreeableness: 0.4, openness: 0.2 },
    pro: [
      'it is fair to people who have less',
      'everybody would have the same chance, and that matters',
      'it helps the community and not only the loudest',
    ],
    con: [
      'it is unfair to the people who can least afford it',
      'once again the same few would profit',
      'it treats people differently without a good reason',
    ],
    mixed: [
      'whether it is fair depends on who pays for it',
      'I see who gains, and I would like to hear from those who lose',
    ],
  },
  {
    id: 'recognition',
    cues: cues('work job career boss success imag statu design style brand team colleagu'),
    values: ['power', 'achievement'],
    traits: { extraversion: 0.4, agreeableness: -0.2 },
    pro: [
      'it would help me get ahead at work',
      'people notice such things, and I like to be taken seriously',
      'it shows results, and results are what counts',
    ],
    con: [
      'it would make no difference to what I achieve at work',
      'it looks like something for show',
      'my colleagues would roll their eyes, and rightly so',
    ],
    mixed: [
      'I would want to see results at work before I praise it',
      'it may impress people, but I am not sure it gets anything done',
    ],
  },
  {
    id: 'enjoyment',
    cues: cues('fun enjoi like tast beauti music travel holidai game relax pleasur free'),
    values: ['hedonism', 'stimulation'],
    traits: { extraversion: 0.4, neuroticism: -0.2 },
    pro: [
      'it would be fun, and life is serious enough',
      'I enjoy things like that and need no other reason',
      'it makes the day a little nicer',
    ],
    con: [
      'it takes the fun out of something I enjoy',
      'it sounds dull, and I have enough dull things to do',
      'there is no pleasure in it for me',
    ],
    mixed: ['it might be fun for an afternoon', 'I could enjoy it in the right company'],
  },
]
