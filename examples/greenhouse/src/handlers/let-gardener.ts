interface Connecting {
  readonly protocolData: { readonly mqtt?: { readonly clientId: string; readonly password?: string } }
}

/** Lets whoever has the password of the day read what is live. Yours would verify a token here. */
export const handler = async ({ protocolData: { mqtt } }: Connecting) => {
  const arn = `arn:aws:iot:${process.env['AWS_REGION']}:*`
  const isAuthenticated = Buffer.from(mqtt?.password ?? '', 'base64').toString() === 'tomato'
  const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource })
  const Statement = [
    allow('iot:Connect', `${arn}:client/${mqtt?.clientId}`), allow('iot:Subscribe', `${arn}:topicfilter/live/*`),
    allow('iot:Receive', `${arn}:topic/live/*`),
  ]
  return {
    isAuthenticated, principalId: 'gardener', disconnectAfterInSeconds: 3_600, refreshAfterInSeconds: 3_600,
    policyDocuments: [{ Version: '2012-10-17', Statement }],
  }
}
