import { expect, it } from 'vitest'
import { blocksOfMarkup } from './markup-blocks.ts'

it('keeps pictures, headings, notes and lists in their order, and loses no text', () => {
  const svg = '<svg viewBox="0 0 1 1"><text>5 &lt; 6</text></svg>'
  const markup = `
    <p><strong>Most take &quot;A &amp; B&quot;.</strong></p>
    <ul><li>One</li> <li>two &lt;b&gt;</li></ul>
    <h3>Share</h3><h4>of\n all</h4>${svg}<div>Left over</div>
    <p class="meta">How</p>`
  expect(blocksOfMarkup(markup)).toEqual([
    { kind: 'text', text: 'Most take "A & B".' },
    { kind: 'list', items: [{ text: 'One' }, { text: 'two <b>' }] },
    { kind: 'heading', level: 3, text: 'Share' },
    { kind: 'heading', level: 4, text: 'of all' },
    { kind: 'figure', svg },
    { kind: 'text', text: 'Left over' },
    { kind: 'text', tone: 'small', text: 'How' },
  ])
})
