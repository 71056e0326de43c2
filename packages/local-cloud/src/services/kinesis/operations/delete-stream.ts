import { namedStream } from './named-stream.ts'
import { operation } from './operation.ts'

export const deleteStream = operation('DeleteStream', (input, kinesis) => kinesis.delete(namedStream(input, kinesis).name))
