import { isRecord } from '@keg/aws-service'

/** Members of a request, or properties of a template. */
export type Input = Readonly<Record<string, unknown>>

export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name]
  return typeof value === 'string' ? value : undefined
}

/** A map of texts; empty where there is none. */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([key, each]) => [key, String(each)]))
}

/** A list of texts; empty where there is none. */
export function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** From a list of `{ Name, Value }`. */
export function attributesOf(value: unknown): Record<string, string> {
  const pairs = (Array.isArray(value) ? value : []).filter(isRecord)
  return Object.fromEntries(pairs.map(({ Name, Value }) => [String(Name), String(Value ?? '')]))
}

/** To a list of `{ Name, Value }`. */
export function attributeList(attributes: Readonly<Record<string, string>>): { Name: string; Value: string }[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}
