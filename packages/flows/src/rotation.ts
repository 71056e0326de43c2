import { jobSucceeded, ROTATION_JOB } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { invoke } from './actions.ts'
import { flow } from './flow.ts'

/**
 * A keg that goes by another certificate → the handler that takes the former ones away. It gets the event as it came, and decodes it: what
 * it fails with is in the quarantine whole, and can be replayed.
 */
export const rotationFlow = flow({
  name: 'rotation',
  description: 'Kegs that go by another certificate, to the handler that takes the former ones away',
  rule: from(jobSucceeded)
    .select((m, fn) => ({
      payload: fn.encode(m, 'base64'),
      topic: fn.topic(),
      clientId: fn.clientid(),
      receivedAtMs: fn.timestamp(),
      flow: 'rotation',
    }))
    .where((m, fn) => fn.startswith(m.jobId, ROTATION_JOB)),
  actions: [invoke('retire-certificates', { grants: ['writeStore', 'retireCertificates'] })],
})
