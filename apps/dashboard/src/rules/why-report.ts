import * as z from 'zod'

const action = z.object({ action: z.string(), resource: z.string() })
const rule = z.object({
  ruleName: z.string(),
  sql: z.string(),
  verdict: z.enum(['otherTopic', 'disabled', 'notMatched', 'failed', 'matched']),
  because: z.string().optional(),
  explanation: z.string().optional(),
  output: z.string().optional(),
  actions: z.array(action).optional(),
})

/** What a core on this machine says of a message that it was asked about: the parts that the page shows. */
export const whyReport = z.object({
  because: z.string().optional(),
  rules: z.array(rule),
  receivers: z.array(z.object({ clientId: z.string().optional(), filter: z.string(), refused: z.string().optional() })),
})

export type WhyReport = z.output<typeof whyReport>
