import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const shoot = async (page: { screenshot(options: object): Promise<unknown> }, name: string) => {
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}
const skill = {
  name: 'Night bus',
  objective: 'Find out who would use a night bus.',
  questions: [
    {
      id: 'use',
      type: 'single',
      text: 'How often do you go out at night?',
      options: ['Never', 'Weekly'],
      skipTo: [{ when: { questionId: 'use', op: 'eq', value: 'Never' }, to: 'last' }],
    },
    { id: 'how', type: 'open', text: 'How do you get home?' },
    { id: 'last', type: 'open', text: 'What else should we know?' },
  ],
}

test('scores are written as cards and saved with the version', async ({ page, workbench }) => {
  await restOf(workbench).createSkill(skill)
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()
  await page.getByRole('link', { name: 'Edit' }).click()
  const add = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Add a score' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const save = page.getByRole('button', { name: 'Save as version 2' })
  await add(/^Words/)
  const words = page.getByRole('listitem', { name: 'Score e1' })
  await words.getByLabel('Called').fill('Speaks of money')
  await expect(save).toBeDisabled()
  await words.getByLabel('Add to words').fill('price')
  await expect(save).toBeEnabled()
  await add(/^Pattern/)
  const pattern = page.getByRole('listitem', { name: 'Score e2' })
  await pattern.getByLabel('Regular expression').fill('(')
  await expect(pattern).toContainText('regular expression that can be read')
  await pattern.getByLabel('Regular expression').fill('\\d+ euros')
  await pattern.getByLabel('Answers to').click()
  await page.getByRole('option', { name: 'how', exact: true }).click()
  await page.keyboard.press('Escape')
  await add(/^Judged by a model/)
  await page.getByRole('button', { name: 'Remove “Judged by a model”' }).click()
  await shoot(page, 'scores-editor')
  await save.click()
  const rules = page.getByRole('region', { name: 'How answers are scored' })
  await expect(rules).toContainText('Speaks of money')
  await expect(rules).toContainText('Any of price · every open answer')
  await expect(rules).toContainText('Matches \\d+ euros · how')
  await shoot(page, 'scores-page')
})

test('the map is walked by keyboard', async ({ page, workbench }) => {
  const id = await restOf(workbench).createSkill(skill)
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()
  await expect(page).toHaveURL(new RegExp(id))
  await page.getByRole('link', { name: 'Edit' }).click()
  const map = page.getByRole('group', { name: 'Map of the questions' })
  const node = (name: RegExp) => map.getByRole('button', { name })
  await node(/^use/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(node(/^last/)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(node(/^use.*To last when/)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(node(/^how/)).toBeFocused()
  await page.keyboard.press('Enter')
  const card = page.getByRole('listitem', { name: 'Question 2', exact: true })
  await expect(card.getByLabel('Wording')).toBeFocused()
})

test('a damaged draft does not break the editor, and its text is kept', async ({
  page,
  workbench,
}) => {
  const id = await restOf(workbench).createSkill(skill)
  const damaged = '{"base":null,"draft":{"name":"Half a dra'
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key!, text!),
    [`workbench-skill-draft:${id}`, damaged],
  )
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()
  await page.getByRole('link', { name: 'Edit' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be read' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night bus')
  await notice.getByText('Its text', { exact: true }).click()
  await expect(notice.locator('pre')).toHaveText(damaged)
  await shoot(page, 'damaged-draft')
  // Writing on does not lose it.
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Night buses')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night buses')
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Throw it away' }).click()
  await expect(notice).toBeHidden()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night buses')
  await expect(notice).toBeHidden()
})

test('a finding is left as it is with a reason, until its text changes', async ({
  page,
  workbench,
}) => {
  const [first] = skill.questions
  const text = 'Do you agree that the night bus is useful?'
  await restOf(workbench).createSkill({
    ...skill,
    questions: [{ ...first, text, options: ['Yes', 'No'], skipTo: undefined }],
  })
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'Night bus' }).first().click()
  await page.getByRole('link', { name: 'Edit' }).click()
  const question = page.getByRole('listitem', { name: 'Question 1', exact: true })
  await expect(question).toContainText('to look at')
  await question.getByRole('button', { name: /^1 · use/ }).click()
  await question.getByRole('button', { name: 'Leave as it is: Leading' }).click()
  await question.getByLabel('Why it is left as it is').fill('Asked so since 2019')
  await question.getByRole('button', { name: 'Leave it' }).click()
  const left = question.getByText('1 finding left')
  await expect(left).toBeVisible()
  await shoot(page, 'dismissed')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByText('Nothing found that may spoil the answers.')).toBeVisible()
  await page.getByText('1 finding left').click()
  await expect(page.getByText('Asked so since 2019')).toBeVisible()

  await page.getByRole('link', { name: 'Edit' }).click()
  await question.getByRole('button', { name: /^1 · use/ }).click()
  await question.getByLabel('Wording').fill('Do you agree that the night bus is very useful?')
  await expect(question.getByText('Leading')).toBeVisible()
  await expect(left).toBeHidden()
})
