import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const diary = `# Diary

## 12 March 1998
We moved to Bristol today. I cried in the van and Dad sang to make me stop.

## 4 July 2011
Grandma died in her sleep. Everyone came, even uncle Joe from Cork. I felt empty for weeks.
`

test('a memory is written within its limits, contradicted, corrected and explained', async ({
  page,
  workbench,
}) => {
  const personaId = await restOf(workbench).createPersona()
  await page.goto(`${workbench.url}/ui/personas/${personaId}`)
  const beside = page.getByRole('complementary', { name: 'Selection' })

  const write = async (label: string, day: string, facts: string) => {
    await page.getByRole('button', { name: 'Add memory' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What happened').fill(label)
    await dialog.getByLabel('When').fill(day)
    await dialog.getByLabel('Facts').fill(facts)
    await dialog.getByLabel('Feelings').fill('Fine.')
    await dialog.getByLabel('Interpretation').fill('So be it.')
    return dialog
  }

  await test.step('a text that is too long says so while it is written', async () => {
    const dialog = await write('The flat', '2014-06-01', 'x'.repeat(5_012))
    await expect(dialog.getByText('12 characters too long')).toBeVisible()
    await dialog.getByLabel('Facts').fill('I lived in Leeds from 2012 to 2016.')
    await dialog.getByRole('button', { name: 'Add memory' }).click()
    await expect(dialog).toHaveCount(0)
    await beside.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('what contradicts it is kept, with a warning', async () => {
    const dialog = await write('The aunt', '2014-09-10', 'In 2014 I lived in York all year.')
    await dialog.getByRole('button', { name: 'Add memory' }).click()
    await expect(page.getByText('Kept, but it does not fit')).toBeVisible()
    await expect(beside.getByRole('heading', { name: 'How it fades' })).toBeVisible()
    await beside.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('a check finds it, and marks both memories', async () => {
    await beside.getByRole('tab', { name: /^Issues/ }).click()
    await beside.getByRole('button', { name: /^Check/ }).click()
    const issue = beside.getByRole('article', { name: /Two places to live/ })
    await expect(issue).toBeVisible()
    const entry = (name: string) =>
      page.getByRole('list', { name: 'Memories' }).getByRole('listitem').filter({ hasText: name })
    await expect(entry('The flat').getByText('warning')).toBeVisible()
    await expect(entry('The aunt').getByText('warning')).toBeVisible()

    await issue.getByRole('button', { name: 'Dismiss' }).click()
    const dismissed = beside.getByText('1 dismissed issue')
    await expect(dismissed).toBeVisible()
    await expect(issue).toBeHidden()
    await dismissed.click()
    await issue.getByRole('button', { name: 'Take up again' }).click()
    await expect(dismissed).toHaveCount(0)
    await expect(issue).toBeVisible()
  })

  await test.step('recall says why this one and why not that one', async () => {
    await beside.getByRole('tab', { name: 'Recall' }).click()
    await beside.getByLabel('What would come to mind?').fill('Where did you live in 2014?')
    await expect(beside.getByText(/About \d+ of/)).toBeVisible()
    await beside.getByRole('button', { name: 'The flat' }).click()
    await expect(beside.getByText(/^Comes to mind: Place \d/)).toBeVisible()
    await beside.getByRole('button', { name: 'Close' }).click()
    await beside.getByText(/^Why not these/).click()
    await expect(beside.getByText(/Not (about the question|of the time)/).first()).toBeVisible()
  })
})

test('a diary becomes memories that were seen before they are kept', async ({
  page,
  workbench,
}) => {
  const personaId = await restOf(workbench).createPersona()
  await page.goto(`${workbench.url}/ui/personas/${personaId}`)
  await page.getByRole('button', { name: 'Memories from a file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'diary.md', mimeType: 'text/markdown', buffer: Buffer.from(diary) })

  const proposals = dialog.getByRole('listbox', { name: 'Proposed memories' })
  await expect(proposals.getByRole('option')).toHaveCount(2)
  await proposals.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: 'Keep 1 memory' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await dialog.getByLabel('What happened').fill('The move to Bristol')
  await dialog.getByRole('button', { name: 'Keep 1 memory' }).click()
  await expect(dialog).toHaveCount(0)

  const memories = page.getByRole('list', { name: 'Memories' })
  await expect(memories.getByRole('button', { name: /The move to Bristol/ })).toBeVisible()
  await expect(memories.getByText('Grandma died')).toHaveCount(0)
})

test('what is said in an interview is kept, unless it is off the record', async ({
  page,
  workbench,
}) => {
  const personaId = await restOf(workbench).createPersona()
  await page.goto(`${workbench.url}/ui/personas/${personaId}/interview`)
  const composer = page.getByRole('textbox', { name: 'Ask Ada' })
  await page.getByRole('switch', { name: 'Off the record' }).click()
  await composer.fill('Your friend Greta sold the house in Metz last week.')
  await composer.press('Enter')
  await expect(page.getByRole('button', { name: /^recalled/ })).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'became a memory' })).toHaveCount(0)

  await page.getByRole('switch', { name: 'Off the record' }).click()
  await composer.fill('Your friend Greta sold the house in Metz last week.')
  await composer.press('Enter')
  await page.getByRole('link', { name: 'became a memory' }).click()
  const beside = page.getByRole('complementary', { name: 'Selection' })
  await expect(beside.getByText(/Greta sold the house/).first()).toBeVisible()
})
