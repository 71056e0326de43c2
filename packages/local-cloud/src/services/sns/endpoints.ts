import type { PushedSubscriptions } from './pushed-subscriptions.ts'

/** Where the engine names a queue that is only here for a subscription, its endpoint is named. */
export function withEndpoints(xml: string, pushed: PushedSubscriptions): string {
  const endpoint = /sqs(<\/Protocol>\s*<Endpoint>|<\/value><\/entry>\s*<entry><key>Endpoint<\/key><value>)(arn:aws:sqs:[^<]*)/g
  return xml.replaceAll(endpoint, (whole, between: string, queueArn: string) => {
    const behind = pushed.behind(queueArn)
    return behind === undefined ? whole : `${behind.protocol}${between}${behind.endpoint}`
  })
}
