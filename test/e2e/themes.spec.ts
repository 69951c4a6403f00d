import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const file = JSON.stringify({
  workbench: 1,
  name: 'Night buses',
  personas: {
    inline: Array.from({ length: 60 }, (_, i) => ({
      firstName: `Person${i}`,
      lastName: 'Berg',
      age: 20 + i,
      location: 'Leeds, England',
      baseOccupation: ['Nurse', 'Baker', 'Teacher'][i % 3],
    })),
  },
  cohorts: [
    { name: 'Younger', criteria: { all: [{ field: 'age', op: 'lt', value: 50 }] } },
    { name: 'Older', criteria: { all: [{ field: 'age', op: 'gte', value: 50 }] } },
  ],
  population: {},
  skill: {
    name: 'Night buses',
    objective: 'Learn what people think of night buses',
    questions: [{ id: 'view', type: 'open', text: 'What do you think of a night bus?' }],
  },
})

test('edits themes, takes it back, opens answers, freezes and codes by hand', async ({
  page,
  context,
  workbench,
}) => {
  const { runId } = await restOf(workbench).runStudyFile(file)
  await page.goto(`${workbench.url}/ui/runs/${runId}/evidence`)
  await page.getByRole('link', { name: 'Themes', exact: true }).click()
  const themes = page.getByRole('list', { name: 'Themes' })
  const first = themes.locator(':scope > li').first()
  await expect(first).toBeVisible()
  const count = await themes.locator(':scope > li').count()

  // Rename with Enter.
  await first.getByTitle('Rename').click()
  await page.getByRole('textbox', { name: 'Name of the theme' }).fill('Getting home')
  await page.keyboard.press('Enter')
  await expect(themes.getByRole('button', { name: 'Getting home', exact: true })).toBeVisible()
  await expect(page.getByText('Your codebook')).toBeVisible()

  // The findings follow it.
  await page.getByRole('link', { name: 'Findings', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Getting home' })).toBeVisible()
  await page.getByRole('link', { name: 'Themes', exact: true }).click()

  // A dot opens the answers behind it.
  await page.getByRole('button', { name: /^Getting home, Everyone: / }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('Getting home · everyone')).toBeVisible()
  await expect(drawer.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  // Merge two by keyboard, take it back.
  await page.getByRole('checkbox', { name: 'Select Getting home' }).check()
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .check()
  await page.keyboard.press('m')
  await expect(themes.locator(':scope > li')).toHaveCount(count - 1)
  await page.keyboard.press('Control+z')
  await expect(themes.locator(':scope > li')).toHaveCount(count)
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByText(/^Undid: Merged “Getting home”/)).toBeVisible()
  await page.keyboard.press('Escape')

  // Move an answer to another theme.
  const quote = first.getByRole('listitem').first()
  await quote.getByRole('button', { name: 'Move to another theme' }).click()
  await page.getByRole('menuitem', { name: 'Other or unclear' }).click()
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByText('Moved 1 answer to other or unclear')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // Segments are compared once the themes are fixed.
  await expect(page.getByRole('button', { name: /^Getting home, Older: / })).toBeHidden()
  await page.getByRole('button', { name: 'Freeze and compare' }).click()
  await expect(page.getByText(/^Frozen /)).toBeVisible()
  await expect(page.getByText('Themes fixed')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Getting home, Older: / })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()

  // The same numbers as a table.
  const figure = page.getByRole('region', { name: 'How many say it' })
  await figure.getByRole('button', { name: /^Getting home, Older: / }).focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('row', { name: /^Getting home Older 0\.\d{3} / })).toBeVisible()
  await page.keyboard.press('t')

  // The picture is copied with the question, what it rests on and its label inside.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await figure.getByRole('button', { name: 'Copy or save themes of view' }).click()
  await page.getByRole('menuitem', { name: 'Copy SVG' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toMatch(/^<svg/)
  for (const inside of [
    'Rehearsal: the built-in model answered, not evidence about people',
    'Themes: What do you think of a night bus?',
    'Getting home',
    'Older',
    'fixed before they were compared',
  ])
    expect(await copied()).toContain(inside)

  // Code ten answers by hand, one key each.
  await page.getByRole('textbox', { name: 'Answers to code' }).fill('10')
  await page.getByRole('button', { name: 'Code a sample' }).click()
  for (let i = 0; i < 10; i++) {
    await expect(page.getByText(`${i} of 10`, { exact: true })).toBeVisible()
    await page.keyboard.press(i % 2 === 0 ? '1' : '0')
  }
  const agreement = page.getByRole('region', { name: 'Agreement' })
  await expect(agreement.getByText(/of 10 answers are coded alike/)).toBeVisible()
  await expect(agreement.getByText('Krippendorff’s α')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the themes' }).click()
  await expect(page.getByText('10 of 10 coded')).toBeVisible()
})
