import { traitNames, type Traits } from '../../../../shared/contract/personas.ts'

const gap = 22

/** Five percentiles as heights: enough to tell two rows apart, not to read off numbers. */
export function TraitSpark({ traits }: { traits: Traits }) {
  const text = traitNames.map((name) => `${name} ${Math.round(traits[name])}`).join(', ')
  return (
    <svg width={gap * 5} height={20} role="img" aria-label={text}>
      <title>{text}</title>
      <line x1={4} x2={gap * 5 - 8} y1={10} y2={10} stroke="var(--wb-hairline-strong)" />
      {traitNames.map((name, index) => (
        <circle
          key={name}
          cx={8 + index * gap}
          cy={18 - (traits[name] / 100) * 16}
          r={2.5}
          fill="var(--wb-text-secondary)"
        />
      ))}
    </svg>
  )
}
