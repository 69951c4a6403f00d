import type { Persona } from '../../../../shared/contract/personas.ts'

type Speaker = Pick<Persona, 'communicationStyle'>

/** How this speaker gets out of talking about something: blunt, soft, joking or plainly. */
export function deflectionsOf({ communicationStyle }: Speaker): readonly string[] {
  const { directness, humor, warmth } = communicationStyle
  return [
    ...deflections.plain,
    ...(directness > 65 ? deflections.blunt : []),
    ...(directness < 40 ? deflections.soft : []),
    ...(humor > 65 ? deflections.joking : []),
    ...(warmth > 65 ? deflections.warm : []),
  ]
}

export function avoidancesOf({ communicationStyle: { directness } }: Speaker): readonly string[] {
  return [
    ...avoidances.plain,
    ...(directness > 65 ? avoidances.blunt : []),
    ...(directness < 40 ? avoidances.soft : []),
  ]
}

const deflections = {
  plain: [
    "That's not something I like to go into.",
    "I'd rather talk about something else.",
    "Let's not dwell on that.",
    'Ah, that. Everybody has something like that.',
    "I don't see why that should matter.",
    "There isn't much to say about it.",
    'Who told you about that?',
  ],
  blunt: [
    'That concerns nobody but me.',
    'Next question.',
    "I won't go into that.",
    'Why would you ask me that?',
  ],
  soft: [
    "Oh, I'd rather not, if you don't mind.",
    'Could we perhaps leave that one?',
    "I'm not sure I want to talk about that.",
  ],
  joking: [
    'Ask me that again when I am ninety.',
    "For that story you'd have to bring a bottle.",
    "My lawyer says I wasn't even there.",
  ],
  warm: [
    "You're kind to listen, but let's leave that one.",
    "Dear me, that old thing. Let's talk about something nicer.",
  ],
} as const

export const minimisers = [
  'It was nothing, really.',
  "It's long done and it wasn't as bad as it sounds.",
  'There were reasons, and it was a small thing anyway.',
  'These things happen.',
  'People make more of such things than there is to them.',
  'Half of it was bad luck.',
  'Others have done worse.',
] as const

const avoidances = {
  plain: [
    "No, I don't go there.",
    'I… no, my mind goes blank at that.',
    "That's a door I keep shut.",
    "I can't think about that.",
    "I don't know why, but I get tired as soon as that comes up.",
    "No… I've nothing to say about that.",
  ],
  blunt: ["Don't.", "No. I won't do this.", 'Stop asking me that.'],
  soft: [
    "I'm sorry, I… I can't, with that.",
    'Something in me closes when you ask that.',
    "Please don't be cross, but no.",
  ],
} as const

export const turnings = [
  'Ask me something else.',
  'Can we move on?',
  "Let's change the subject.",
  'Was there anything else you wanted to know?',
  "I'd like a glass of water.",
] as const

export const admissions = [
  'All right, if you must know:',
  "Fine, though I don't say this easily:",
  "I'll say this much:",
  'Since you keep asking:',
  'Well, yes:',
  'It is true, if that is what you want to hear:',
] as const

export const enough = [
  "I'm not proud of it, and that's all I want to say.",
  'Leave it at that, please.',
  "There's more to it, but I'd rather stop here.",
  "I wish I could say I'm proud of how it went.",
  "That's as far as I go.",
] as const

/** To somebody who goes on asking for what was admitted. */
export const admittedAlready = [
  "I've told you that much.",
  'You have heard what there is to hear.',
  'I said it once, and that was hard enough.',
  "You won't get more out of me on that.",
] as const

export const shaken = [
  "I haven't said that aloud in years.",
  'Sorry, give me a moment.',
  "I didn't think I could say that.",
  'My hands are shaking, look.',
  "I don't know why I'm telling you this.",
] as const

/** To somebody who comes back to what surfaced. */
export const stillShaken = [
  "I've said it now… I can't unsay it.",
  "It's all still there, you see…",
  'Yes… that. I keep seeing it.',
] as const
