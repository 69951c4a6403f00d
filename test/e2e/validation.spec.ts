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

  // What is not offered says why.
  await expect(report.getByText(/^Not offered: no column of the survey names/)).toBeVisible()
  await expect(report.getByText(/it takes 10 items validated .*; there are 1\.$/)).toBeVisible()

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

/** As published tables are: a title, merged cells, shares and how many were asked. */
const topline = [
  'Topline of a survey,,,',
  '',
  'Question,Answer,%,N',
  'How do you get to work on most days?,By car,60,"2,000"',
  ',By bus or train,25,',
  ',By bicycle,9,',
  ',Walking it,5,',
  ',No answer,1,',
].join('\n')

test('published shares are compared under margins of one’s own, changed and thrown away', async ({
  page,
  workbench,
}) => {
  const { runId } = await restOf(workbench).runStudyFile(file)
  await page.goto(`${workbench.url}/ui/runs/${runId}/validation?bring=true`)
  // What is no table says what to do, and a file is read whatever it was saved in.
  const chooser = page.locator('input[type="file"]')
  await chooser.setInputFiles({
    name: 'wave.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  })
  await expect(page.getByRole('alert')).toContainText('wave.xlsx: This is an Excel')
  await chooser.setInputFiles({
    name: 'topline.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(topline, 'latin1'),
  })
  await expect(page.getByText('2 000 people')).toBeVisible()
  await expect(page.getByText(/how they were weighted is not known/)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'What % holds' })).toHaveValue('Share, %')
  await page.getByLabel('Or margin of error, ± points').fill('3.1')
  await page.keyboard.press('Tab')
  // (3.1 / (98 / √2000))² = 2.001
  await expect(page.getByLabel('Design effect')).toHaveValue('2.001')
  await page.getByRole('button', { name: 'Keep this survey' }).click()

  // An answer that fits none waits for its place.
  await expect(page.getByText(/^1 fits none of the question’s/)).toBeVisible()
  await page.getByRole('combobox', { name: 'What “Walking it” counts as' }).click()
  await page.getByRole('option', { name: 'On foot' }).click()
  await page.getByText(/^Margins: shares ± 10 points/).click()
  await page.getByLabel('Every share, ± points').fill('20')
  await expect(page.getByText(/^Margins: shares ± 20 points/)).toBeVisible()
  await page.getByRole('button', { name: 'Compare 1 question' }).click()

  const report = page.getByRole('article')
  await expect(report.getByText(/margins: shares ± 20 points/)).toBeVisible()
  const item = report.getByRole('region', { name: /^How do you get to work/ })
  await expect(item.getByRole('row', { name: /By car/ })).toContainText('61')
  // From a bar to the answers behind it.
  await item.getByRole('button', { name: /^By car, personas/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^By bus or train/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // What is said about the survey changes; what served before proves nothing.
  await page.getByRole('button', { name: 'Surveys' }).click()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByLabel('First published').fill('2019-05-01')
  await page.getByRole('combobox', { name: /^What How do you get to work.* served for/ }).click()
  await page.getByRole('option', { name: 'tuning the wording' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('cell', { name: '2019-05-01' })).toBeVisible()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText('Shown, never tested: it proves nothing.')).toBeVisible()

  // A report goes to the trash, and comes back.
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(report).toBeVisible()
  await page.getByRole('button', { name: 'Move The report to the trash' }).click()
  await expect(page.getByRole('heading', { name: 'Not validated' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(report).toBeVisible()
})
