import { toHtml } from './html.ts'

export type SurveyBlock = {
  /** Undefined: the block that Qualtrics starts with. */
  readonly name: string | undefined
  readonly isShuffled: boolean
  readonly elements: readonly object[]
}
type About = { readonly name: string; readonly objective: string; readonly instructions: string }
type Parts = {
  readonly blocks: readonly SurveyBlock[]
  /** By the question's id in the file. */
  readonly payloads: ReadonlyMap<string, object>
  /** Whether named blocks change places; they follow each other then. */
  readonly rotates: boolean
}

const SURVEY_ID = 'SV_000000000000001'
const INSTRUCTIONS_ID = 'QID9999'

/** The elements a survey of Qualtrics consists of. @param about  instructions are HTML */
export function surveyFile(about: About, { blocks, payloads, rotates }: Parts): object {
  const asked = blocks.filter(({ elements }) => elements.length > 0)
  const intro: SurveyBlock = {
    name: 'Instructions',
    isShuffled: false,
    elements: [{ Type: 'Question', QuestionID: INSTRUCTIONS_ID }],
  }
  const all = about.instructions ? [intro, ...asked] : asked
  const questions: [string, object][] = [
    ...(about.instructions
      ? [[INSTRUCTIONS_ID, introPayload(about.instructions)] as [string, object]]
      : []),
    ...payloads,
  ]
  return {
    SurveyEntry: entryOf(about),
    SurveyElements: [
      element('BL', 'Survey Blocks', { Payload: all.map(blockOf) }),
      element('FL', 'Survey Flow', { Payload: flowOf(all, rotates, about.instructions ? 1 : 0) }),
      element('SO', 'Survey Options', { Payload: options }),
      element('PROJ', 'CORE', {
        TertiaryAttribute: '1.1.0',
        Payload: { ProjectCategory: 'CORE', SchemaVersion: '1.1.0' },
      }),
      element('QC', 'Survey Question Count', {
        SecondaryAttribute: String(questions.length),
        Payload: null,
      }),
      ...questions.map(([qid, payload]) => element('SQ', qid, { Payload: payload })),
    ],
  }
}

function entryOf({ name, objective }: About) {
  return {
    SurveyID: SURVEY_ID,
    SurveyName: name,
    SurveyDescription: toHtml(objective),
    SurveyOwnerID: '',
    SurveyBrandID: '',
    DivisionID: null,
    SurveyLanguage: 'EN',
    SurveyActiveResponseSet: 'RS_000000000000001',
    SurveyStatus: 'Inactive',
    SurveyStartDate: '0000-00-00 00:00:00',
    SurveyExpirationDate: '0000-00-00 00:00:00',
    SurveyCreationDate: '0000-00-00 00:00:00',
    CreatorID: '',
    LastModified: '0000-00-00 00:00:00',
    LastAccessed: '0000-00-00 00:00:00',
    LastActivated: '0000-00-00 00:00:00',
    Deleted: null,
  }
}

function element(kind: string, primary: string, more: object) {
  return {
    SurveyID: SURVEY_ID,
    Element: kind,
    PrimaryAttribute: primary,
    SecondaryAttribute: null,
    TertiaryAttribute: null,
    ...more,
  }
}

function introPayload(html: string) {
  return {
    QuestionText: html,
    DataExportTag: 'instructions',
    QuestionType: 'DB',
    Selector: 'TB',
    Configuration: { QuestionDescriptionOption: 'UseText' },
    QuestionDescription: 'Instructions',
    ChoiceOrder: [],
    Validation: { Settings: { Type: 'None' } },
    Language: [],
    QuestionID: INSTRUCTIONS_ID,
  }
}

function blockOf({ name, isShuffled, elements }: SurveyBlock, i: number) {
  return {
    Type: i === 0 ? 'Default' : 'Standard',
    SubType: '',
    Description: name ?? 'Default Question Block',
    ID: blockId(i),
    BlockElements: elements,
    Options: {
      BlockLocking: 'false',
      RandomizeQuestions: isShuffled ? 'RandomWithXPerPage' : 'false',
      BlockVisibility: 'Expanded',
    },
  }
}

function flowOf(blocks: readonly SurveyBlock[], rotates: boolean, first: number) {
  let flows = 1
  const flowId = () => `FL_${++flows}`
  const steps = blocks.map(({ name }, i) => ({
    moves: rotates && i >= first && name !== undefined,
    step: { Type: i === 0 ? 'Block' : 'Standard', ID: blockId(i), FlowID: flowId() },
  }))
  const moving = steps.filter(({ moves }) => moves).map(({ step }) => step)
  const start = steps.findIndex(({ moves }) => moves)
  const randomizer = {
    Type: 'BlockRandomizer',
    FlowID: flowId(),
    SubSet: moving.length,
    EvenPresentation: false,
    Flow: moving,
  }
  const flow = steps.flatMap(({ moves, step }, i): object[] =>
    i === start ? [randomizer] : moves ? [] : [step],
  )
  return { Type: 'Root', FlowID: 'FL_1', Flow: flow, Properties: { Count: flows } }
}

function blockId(i: number): string {
  return `BL_${String(i + 1).padStart(15, '0')}`
}

const options = {
  BackButton: 'false',
  SaveAndContinue: 'true',
  SurveyProtection: 'PublicSurvey',
  BallotBoxStuffingPrevention: 'false',
  NoIndex: 'Yes',
  SecureResponseFiles: 'true',
  SurveyExpiration: 'None',
  SurveyTermination: 'DefaultMessage',
  ProgressBarDisplay: 'None',
  PartialData: '+1 week',
  NewScoring: 1,
}
