import type { ConnectAnswer, ConnectionInfo } from '@keg/mqtt-broker'

/** Lets in whoever connects and lets them do everything: for a core that was told to be permissive. */
export const admitAnybody = ({ certificateId }: ConnectionInfo): ConnectAnswer & { accepted: true } => ({
  accepted: true,
  authorization: { principal: certificateId ?? 'anonymous', refusal: () => undefined },
})
