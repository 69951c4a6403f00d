import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const skill = {
  name: 'Night bus',
  objective: 'Find out who would use a night bus and what they would pay.',
  questions: [
    { id: 'like', type: 'likert', text: 'The night bus is fast and cheap.' },
    {
      id: 'agree',
      type: 'single',
      text: 'Do you agree that the night bus should run more often?',
      options: ['Yes', 'No'],
    },
    {
      id: 'age',
      type: 'single',
      text: 'How old are you?',
      options: ['Under 20', '20–40', '40–60', 'Over 60'],
    },
  ],
}

test('a suggestion makes a version, which can be compared and taken back', async ({
  page,
  workbench,
}) => {
  const id = await restOf(workbench).createSkill(skill)
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()

  const question = page.getByRole('listitem', { name: 'Question 2' })
  await expect(question.getByText('Leading')).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'Question 3' })).toContainText('Ranges overlap')
  await expect(page.getByRole('region', { name: 'Objective' })).toContainText('Several objectives')
  await question.getByRole('button', { name: /^Apply/ }).click()
  await expect(question).toContainText('Do you think that the night bus')
  await expect(question.getByText('Leading')).toBeHidden()

  const versions = page.getByRole('region', { name: 'Versions' })
  await expect(versions.locator('ins')).toHaveText(['think', ', or not'])
  await versions.getByRole('link', { name: /^Version 1/ }).click()
  await expect(page).toHaveURL(new RegExp(`/skills/${id}\\?version=`))
  await expect(question.getByRole('button', { name: /^Apply/ })).toBeHidden()
  await page.getByRole('button', { name: 'Restore as version 3' }).click()
  await expect(versions.getByRole('link', { name: /^Version 3/ })).toContainText('newest')
  await expect(question).toContainText('Do you agree that the night bus')
})
