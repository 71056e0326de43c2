import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn'

/** Taps a keg and says so itself, before its invocation ends. */
export async function handler({ keg, token }: { keg: string; token: string }): Promise<void> {
  await new SFNClient({}).send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ keg, tapped: true }) }))
}
