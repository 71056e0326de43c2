import type { IoTCustomAuthorizerResult } from 'aws-lambda'

type PolicyDocument = IoTCustomAuthorizerResult['policyDocuments'][number]

/** AWS IoT takes ten documents of 2,048 characters: custom-auth-lambda.html. A site's two ARNs take up to 400. */
const SITES_A_DOCUMENT = 4
const DOCUMENTS = 9

/** As many sites as the policies of a connection have room for; `undefined` for all there are. */
export const mostOfThem = (sites: readonly string[] | undefined): readonly string[] | undefined =>
  sites?.slice(0, SITES_A_DOCUMENT * DOCUMENTS)

/** What a page may do that watches sites, or all of them: connect under its client id, and get what comes from there. */
export function watching(iotArn: string, clientId: string, sites: readonly string[] | undefined): PolicyDocument[] {
  const below = sites === undefined ? ['keg/*'] : sites.map((site) => `keg/${site}/*`)
  const groups = Array.from({ length: Math.ceil(below.length / SITES_A_DOCUMENT) }, (_, at) =>
    below.slice(at * SITES_A_DOCUMENT, (at + 1) * SITES_A_DOCUMENT))
  return [connecting(iotArn, clientId), ...groups.map((topics) => receiving(iotArn, topics))]
}

const connecting = (iotArn: string, clientId: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'iot:Connect', Resource: `${iotArn}:client/${clientId}` },
    {
      Effect: 'Deny', Action: 'iot:Connect', Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'iot:ConnectAttributes': ['PersistentConnect', 'LastWill'] } },
    },
  ],
})

const receiving = (iotArn: string, topics: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'iot:Subscribe', Resource: topics.map((topic) => `${iotArn}:topicfilter/${topic}`) },
    { Effect: 'Allow', Action: 'iot:Receive', Resource: topics.map((topic) => `${iotArn}:topic/${topic}`) },
  ],
})
