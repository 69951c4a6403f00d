import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')

/** 300 people of whom almost all go by car: what no persona panel comes near. */
const survey = [
  'question,answer,count',
  'How do you get to work on most days?,By car,280',
  'How do you get to work on most days?,By bus or train,10',
  'How do you get to work on most days?,By bicycle,5',
  'How do you get to work on most days?,On foot,5',
  "How do you get to work on most days?,Don't know,12",
  'Who do you live with?,Alone,many',
].join('\n')

test('a run is put beside people, and the verdict comes first', async ({ page, workbench }) => {
  const { runId } = await restOf(workbench).runStudyFile(file)
  await page.goto(`${workbench.url}/ui/runs/${runId}/validation`)
  await expect(page.getByRole('heading', { name: 'Not validated' })).toBeVisible()

  // What a file becomes is seen before anything is kept, the line it cannot read as well.
  await page.getByRole('button', { name: 'Bring a survey' }).last().click()
  await page.getByLabel('Or paste a table').fill(survey)
  await expect(page.getByText('312 people')).toBeVisible()
  await page.getByText('1 line cannot be read and would be left out').click()
  await expect(page.getByText(/^Line 7: has the count “many”/)).toBeVisible()
  const read = page.getByRole('region', { name: 'Questions, 1' }).getByRole('row').last()
  await expect(read).toContainText('300')
  await expect(read).toContainText('By car 93 %')
  await page.getByLabel('Name').fill('Ways to work')
  await page.getByRole('button', { name: 'Keep this survey' }).click()

  // The item is found, and each answer of people has its place.
  const question = page.getByRole('combobox', { name: /^Item that asked: How do you get to work/ })
  await expect(question).toHaveValue('How do you get to work on most days?')
  await page.getByText('4 answers of people').click()
  await expect(page.getByRole('combobox', { name: 'What “By car” counts as' })).toHaveValue(
    'By car',
  )
  await page.getByRole('button', { name: 'Compare 1 question' }).click()

  const report = page.getByRole('article')
  await expect(report.getByText(/^In this rehearsal: .*differs/i).first()).toBeVisible()
  const item = report.getByRole('region', { name: /^How do you get to work/ })
  await expect(item.getByText(/^≠\s*Differs$/)).toBeVisible()
  await expect(item.getByRole('row', { name: /By car/ })).toContainText('93 %')
  await item.getByText('Numbers behind it').click()
  await expect(item.getByRole('row', { name: /^Distance test, p after Holm/ })).toBeVisible()

  // The report is kept: it is there for whoever comes back.
  await page
    .getByRole('navigation', { name: 'Evidence' })
    .getByRole('link', { name: 'Findings' })
    .click()
  await page
    .getByRole('navigation', { name: 'Evidence' })
    .getByRole('link', { name: 'Validation' })
    .click()
  await expect(item.getByText(/^≠\s*Differs$/)).toBeVisible()
})
