import type { Codebook } from '../../../../shared/contract/codebooks.ts'
import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import { ThemeCard } from './theme-card.tsx'
import classes from './themes.module.css'
import type { useCodebookChange } from './themes.queries.ts'

type Props = {
  runId: string
  found: QuestionThemes
  codebook: Codebook | null | undefined
  change: ReturnType<typeof useCodebookChange>
  selected: readonly string[]
  onSelect: (selected: readonly string[]) => void
  onOpenTask: (taskId: string) => void
}

/** Each theme to read: what people said, and how the theme can be edited. */
export function ThemeList(props: Props) {
  const { found, codebook, change, selected, onSelect } = props
  const named = found.themes.filter(({ id }) => id !== 'unclear')
  const move = (id: string, by: number) => {
    const ids = named.map((theme) => theme.id)
    const at = ids.indexOf(id)
    if (at + by < 0 || at + by >= ids.length) return
    ids.splice(at, 1)
    ids.splice(at + by, 0, id)
    change.mutate({ edit: { type: 'order', themeIds: ids } })
  }
  return (
    <ol className={classes.themes} aria-label="Themes">
      {found.themes.map((theme) => (
        <ThemeCard
          key={theme.id}
          {...props}
          theme={theme}
          // What was just renamed is shown before its numbers are back.
          label={codebook?.themes.find(({ id }) => id === theme.id)?.label ?? theme.label}
          isFrozen={codebook?.frozenAt != null}
          isSelected={selected.includes(theme.id)}
          onToggle={() =>
            onSelect(
              selected.includes(theme.id)
                ? selected.filter((id) => id !== theme.id)
                : [...selected, theme.id],
            )
          }
          onMove={(by) => move(theme.id, by)}
        />
      ))}
    </ol>
  )
}
