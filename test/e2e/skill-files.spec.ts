import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'

const choices = (...texts: string[]) => ({
  Choices: Object.fromEntries(texts.map((Display, i) => [String(i + 1), { Display }])),
  ChoiceOrder: texts.map((_, i) => i + 1),
})
const asked = [
  {
    QuestionType: 'MC',
    Selector: 'SAVR',
    QuestionText: '<b>How</b> do you come to work?',
    Choices: {
      1: { Display: 'By car' },
      2: { Display: 'By bus' },
      3: { Display: 'Another way:', TextEntry: 'true' },
    },
  },
  {
    QuestionType: 'TE',
    Selector: 'ML',
    QuestionText: 'What speaks for ${q://QID1/ChoiceGroup/SelectedChoices}?',
  },
  { QuestionType: 'HeatMap', Selector: 'Image', QuestionText: 'Click where it hurts.' },
  {
    QuestionType: 'CS',
    Selector: 'HBAR',
    QuestionText: 'Share 100 points.',
    ...choices('Speed', 'Price', 'Comfort'),
  },
]
const survey = {
  SurveyEntry: { SurveyName: 'Way to work', SurveyDescription: 'Learn how people commute.' },
  SurveyElements: [
    {
      Element: 'BL',
      Payload: [
        {
          Type: 'Default',
          Description: 'Default Question Block',
          ID: 'BL_1',
          BlockElements: asked.map((_, i) => ({ Type: 'Question', QuestionID: `QID${i + 1}` })),
        },
      ],
    },
    ...asked.map((payload, i) => ({
      Element: 'SQ',
      PrimaryAttribute: `QID${i + 1}`,
      Payload: { DataExportTag: `Q${i + 1}`, ...payload, QuestionID: `QID${i + 1}` },
    })),
  ],
}
const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
})

test('a survey of Qualtrics is looked at, kept and exported again', async ({ page }) => {
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('button', { name: 'Import' }).press('Enter')
  const choose = page.getByRole('dialog', { name: 'Import a skill' })
  await choose
    .locator('input[type=file]')
    .setInputFiles(fileOf('survey.qsf', JSON.stringify(survey)))

  const proposal = page.getByRole('dialog', { name: 'Keep this skill?' })
  await expect(proposal.getByRole('status')).toHaveText(
    '3 of 4 questions come through. 3 things left out or changed.',
  )
  await expect(proposal.getByRole('region', { name: 'Of the survey' })).toContainText(
    'a heat map',
    {
      ignoreCase: true,
    },
  )
  await expect(proposal.getByRole('region', { name: 'Of the survey' })).toContainText(
    '3 questions may be passed over in the survey (Q1, Q2, Q4)',
  )
  const questions = proposal.getByRole('list', { name: 'Questions that come through' })
  await expect(questions.getByText('The text field beside a choice is left out')).toBeVisible()
  await proposal.getByLabel('Name').fill('Commute')
  await proposal.getByLabel('Name').press('Enter')
  await expect(page.getByRole('heading', { name: 'Commute' })).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /^QSF/ }).click()
  const exporting = page.getByRole('dialog', { name: 'Export as QSF' })
  await expect(exporting.getByRole('status')).toHaveText('Qualtrics can say all of it.')
  const downloading = page.waitForEvent('download')
  await exporting.getByRole('button', { name: 'Download QSF' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe('commute.qsf')
  const written = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(written.SurveyEntry).toMatchObject({
    SurveyName: 'Commute',
    SurveyDescription: 'Learn how people commute.',
  })
  expect(JSON.stringify(written)).toContain('q://QID1/ChoiceGroup/SelectedChoices')
})
