import { telemetry } from '@keg/message-schemas/keg'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as z from 'zod'
import { askLocal } from '../shell/ask-local.ts'
import { seesAll, usePage } from '../shell/page-context.ts'
import { useEvery } from '../shell/use-every.ts'
import { LineMeter } from './line-figures.ts'
import './run.css'

const EVERY_MS = 1_000
const BILL_EVERY_MS = 5_000

/** How the system runs: what comes over the line and how late, and, of a cloud on this machine, what the run would have cost. */
export function RunPage() {
  const { config, me } = usePage()
  return (
    <>
      <h1>Run</h1>
      <LineSection />
      {config.local?.bill !== undefined && seesAll(me) && <BillSection path={config.local.bill} />}
    </>
  )
}

function LineSection() {
  const { onMessage, paused } = usePage()
  const [figures, setFigures] = useState(() => new LineMeter().figures(0))
  useEffect(() => {
    if (paused) return
    const meter = new LineMeter()
    const stop = onMessage((topic, payload) => {
      const reading = telemetry.topic.parse(topic) && telemetry.decode(payload)
      meter.take(payload.length, Date.now(), reading?.ok ? reading.value.takenAtMs : undefined)
    })
    const timer = setInterval(() => setFigures(meter.figures(Date.now())), EVERY_MS)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [onMessage, paused])
  const { messagesPerSec, bytesPerSec, lagMs } = figures
  return (
    <section aria-labelledby="line-title">
      <h2 id="line-title">Over this page’s line</h2>
      <dl className="figures big">
        <div><dt>messages a second</dt><dd>{messagesPerSec.toFixed(1)}</dd></div>
        <div><dt>KB a second</dt><dd>{(bytesPerSec / 1_000).toFixed(1)}</dd></div>
        <div><dt>from keg to page</dt><dd>{lagMs === undefined ? '–' : `${lagMs} ms`}</dd></div>
      </dl>
      <p className="empty">Of the last ten seconds. From keg to page is by the clocks of both: half of the readings came sooner.</p>
    </section>
  )
}

/** What the page shows of a bill. */
const bill = z.object({ usd: z.number(), usage: z.record(z.string(), z.number()) })

function BillSection({ path }: { path: string }) {
  const { token } = usePage()
  const { data, error } = useQuery({
    queryKey: ['bill'], queryFn: async () => bill.parse(await askLocal(path, await token())), refetchInterval: useEvery(BILL_EVERY_MS),
  })
  return (
    <section aria-labelledby="bill-title">
      <h2 id="bill-title">What AWS IoT Core would have charged</h2>
      {error !== null && <p className="problem" role="alert">{error.message}</p>}
      {data !== undefined && (
        <table className="bill">
          <caption>{`$${data.usd.toFixed(6)} since the start, without the free tier; what rules send to is not in it.`}</caption>
          <thead><tr><th scope="col">use</th><th scope="col">units</th></tr></thead>
          <tbody>
            {Object.entries(data.usage).map(([kind, units]) => (
              <tr key={kind}><th scope="row">{words(kind)}</th><td>{Math.round(units).toLocaleString()}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** `connectivityMinutes` as words. */
const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
