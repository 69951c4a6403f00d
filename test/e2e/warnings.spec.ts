import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

/** Ninety people of one town, of whom nearly everybody takes the bus. */
const study = `
workbench: 1
name: Getting about
personas:
  inline:
${Array.from({ length: 90 }, (_, i) => `    - { firstName: Ada, lastName: Berg${i}, age: ${20 + (i % 60)}, gender: ${i % 2 ? 'man' : 'woman'}, location: 'Leeds, UK', baseOccupation: Nurse }`).join('\n')}
cohorts:
  - { name: Everyone, criteria: { all: [] } }
population: {}
skill:
  name: Getting about
  objective: Learn how people get about
  questions:
    - id: way
      type: single
      text: Which way do you take?
      options: [Bus, Train, Car]
    - id: like
      type: likert
      text: I like to travel.
study:
  rehearsal:
    effects:
      - { questionId: way, option: Bus, delta: 5 }
`

test('from a warning to what it means and the answers behind it, by keyboard', async ({
  page,
  workbench,
}) => {
  const { runId } = await restOf(workbench).runStudyFile(study)
  await page.goto(`${workbench.url}/ui/runs/${runId}/evidence?segmentBy=age`)
  const first = page.getByRole('region', { name: 'Read this first' })
  await expect(first).toBeVisible()
  await expect(first).toContainText(/2 warnings · \d note/)

  const warning = first.getByRole('listitem').filter({ hasText: 'Nearly everybody' })
  await expect(warning.getByText('What to do')).toBeHidden()
  await warning.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(warning.getByText('What to do')).toBeVisible()
  await expect(warning.getByRole('row', { name: /^Bus/ })).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(warning.getByRole('button', { name: /^Show \d+ answers$/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('Nearly everybody gives the same answer')).toBeVisible()
  await expect(drawer.getByRole('listitem').first()).toContainText('Bus')
  // The address opens the same again.
  await page.reload()
  await expect(drawer.getByRole('listitem').first()).toContainText('Bus')
  await drawer.getByRole('listitem').first().getByRole('button').click()
  await expect(drawer.getByText(/recalled/i).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  const quality = page.getByRole('region', { name: 'Quality of the answers' })
  await quality.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(quality.getByRole('row', { name: /^like/ })).toContainText('(scale)')
  await expect(quality.getByText(/^Asked again, not measured: /)).toBeVisible()
  await quality.getByRole('button', { name: 'Measure how the personas cover the target' }).click()
  await expect(quality.getByRole('region', { name: 'All 90 personas' })).toContainText('Traits')
})
