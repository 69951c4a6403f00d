import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import classes from './themes.module.css'

type Props = {
  keywords: readonly string[]
  isFixed: boolean
  onChange: (keywords: string[]) => void
}

/** The words that set a theme apart; new answers that use them may be given to it. */
export function EditKeywords({ keywords, isFixed, onChange }: Props) {
  const [draft, setDraft] = useState<string[] | null>(null)
  const words = keywords.join(' · ')
  if (isFixed) return <p className="quiet small">{words}</p>
  if (draft === null)
    return (
      <p className={`${classes.keywords} quiet small`}>
        <button type="button" title="Edit the keywords" onClick={() => setDraft([...keywords])}>
          {words || 'No keywords'}
        </button>
      </p>
    )
  const keep = () => {
    setDraft(null)
    if (draft.join('\n') !== keywords.join('\n')) onChange(draft)
  }
  return (
    <TagsInput
      aria-label="Keywords"
      size="xs"
      autoFocus
      value={draft}
      maxTags={30}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
    />
  )
}
