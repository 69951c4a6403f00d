import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalibrationJob } from '../../../../shared/contract/skill-calibration.ts'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format.ts'
import { CalibrationForm } from './calibration-form.tsx'
import { CalibrationResult } from './calibration-result.tsx'
import classes from './calibration.module.css'
import { calibrationsQuery, isOpen, useCancelCalibration } from './calibration.queries.ts'

/** Puts a version to a handful of people, and shows what each calibration of it found. */
export function CalibrationPanel({ skill }: { skill: Skill }) {
  const query = useQuery(calibrationsQuery(skill.id))
  return (
    <Section title="Calibration">
      <div className={classes.panel}>
        <p className="quiet">
          A few people as far apart as can be answer every question twice. What they cannot answer,
          ask back about or answer differently the second time may be ambiguous.
        </p>
        <QueryView query={query}>
          {(calibrations) => {
            const own = calibrations.filter((one) => one.skillVersionId === skill.versionId)
            const open = own.find(isOpen)
            return (
              <>
                {open ? (
                  <Going job={open} />
                ) : (
                  <CalibrationForm key={skill.versionId} skill={skill} />
                )}
                <Past jobs={own.filter((job) => !isOpen(job))} skill={skill} />
              </>
            )
          }}
        </QueryView>
      </div>
    </Section>
  )
}

function Going({ job }: { job: CalibrationJob }) {
  const cancelling = useCancelCalibration(job.skillId)
  const { done, total } = job.progress
  return (
    <div className={classes.going}>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label="Interviews"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={`${done} of ${total} interviews`}
      >
        <span style={{ width: `${(done / total) * 100}%` }} />
      </div>
      <span className="number">
        {done} of {total} interviews
      </span>
      <Button
        variant="default"
        size="xs"
        loading={cancelling.isPending}
        onClick={() => cancelling.mutate(job.jobId)}
      >
        Cancel
      </Button>
      <p className="quiet small">It goes on while you are elsewhere.</p>
    </div>
  )
}

function Past({ jobs, skill }: { jobs: readonly CalibrationJob[]; skill: Skill }) {
  const [chosen, choose] = useState<string>()
  if (jobs.length === 0)
    return <p className="quiet">Version {skill.version} was not calibrated yet.</p>
  const shown = jobs.find(({ jobId }) => jobId === chosen) ?? jobs[0]!
  return (
    <>
      <ul className={classes.past} aria-label={`Calibrations of version ${skill.version}`}>
        {jobs.map((job) => (
          <li key={job.jobId}>
            <button
              type="button"
              className={classes.job}
              aria-pressed={job === shown}
              onClick={() => choose(job.jobId)}
            >
              <strong>
                <RelativeTime iso={job.createdAt} />
              </strong>
              <span className="quiet small">{summaryOf(job)}</span>
              {job.result?.rehearsal && <RehearsalLabel />}
              {job.status !== 'succeeded' && (
                <Label tone={job.status === 'failed' ? 'bad' : 'quiet'}>{job.status}</Label>
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown.error && <p role="alert">{shown.error}</p>}
      {shown.result && <CalibrationResult result={shown.result} skill={skill} />}
    </>
  )
}

function summaryOf({ result, progress }: CalibrationJob): string {
  if (!result) return `${progress.total} interviews planned`
  const unclear = result.questions.filter(({ signs }) => signs.length > 0).length
  const people = formatCount(result.personas.length, 'person', 'people')
  return `${people} · ${result.modelName} · ${unclear === 0 ? 'nothing unclear' : `${formatCount(unclear, 'question')} with signs`}`
}
