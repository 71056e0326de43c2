import { useQuery } from '@tanstack/react-query'
import { useEvery } from '../shell/use-every.ts'
import { Problem } from '../shell/problem.tsx'
import { usePage } from '../shell/page-context.ts'
import { Job } from './job.tsx'
import './jobs.css'

const EVERY_MS = 2_000

/** The jobs over kegs, newest first: how far each has come, how fast it goes out, and what stops it. */
export function JobsPage() {
  const { api } = usePage()
  const { data, error, isPending } = useQuery({ queryKey: ['jobs'], queryFn: () => api.jobs(), refetchInterval: useEvery(EVERY_MS) })
  return (
    <>
      <h1>Jobs</h1>
      <p className="empty">Firmware, settings and certificates for many kegs. Jobs are made by <code>keg jobs create</code>, or by the brewery’s own programs.</p>
      {error !== null && <Problem what="The jobs can’t be read" error={error} />}
      {isPending && <p className="empty" role="status">Reading …</p>}
      {data?.length === 0 && <p className="empty" role="status">There is no job.</p>}
      <ul className="jobs">{(data ?? []).map((job) => <li key={job.jobId}><Job job={job} /></li>)}</ul>
    </>
  )
}
