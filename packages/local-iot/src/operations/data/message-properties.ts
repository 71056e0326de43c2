import type { MessageProperties } from '@keg/mqtt-broker'
import type { PublishRequest } from '../../model/model.generated.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

type PropertyMembers =
  Pick<PublishRequest, 'userProperties' | 'payloadFormatIndicator' | 'contentType' | 'responseTopic' | 'correlationData'>

/** What a request over HTTPS says that its message carries along; `undefined` when nothing. */
export function messageProperties(input: PropertyMembers): MessageProperties | undefined {
  const { userProperties, payloadFormatIndicator, contentType, responseTopic, correlationData } = input
  const properties: MessageProperties = {
    ...(payloadFormatIndicator === undefined ? {} : { payloadFormatIndicator: payloadFormatIndicator === 'UTF8_DATA' }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(responseTopic === undefined ? {} : { responseTopic }),
    ...(correlationData === undefined ? {} : { correlationData: new Uint8Array(Buffer.from(correlationData, 'base64')) }),
    ...(userProperties === undefined ? {} : { userProperties: readUserProperties(userProperties) }),
  }
  return Object.keys(properties).length === 0 ? undefined : properties
}

/** A list of one-member objects, as JSON in base64 (the header) or plain: `[{"site":"berlin"}]`. */
function readUserProperties(text: string): Record<string, string | string[]> {
  const byName: Record<string, string | string[]> = {}
  for (const [name, value] of entriesOf(text)) {
    const known = byName[name]
    byName[name] = known === undefined ? value : [known, value].flat()
  }
  return byName
}

function entriesOf(text: string): [string, string][] {
  try {
    const list: unknown = JSON.parse(text.startsWith('[') ? text : Buffer.from(text, 'base64').toString())
    if (Array.isArray(list)) {
      return list.flatMap((entry: unknown) =>
        Object.entries(entry as object).map(([name, value]): [string, string] => [name, String(value)]))
    }
  } catch {
    // Answered below, like JSON that is no list.
  }
  throw invalidRequest('userProperties is not a JSON list of name and value pairs')
}
