import { fuzz } from '../src/testing/fuzz.ts'
import { corpus } from './corpus.ts'

const [runs = '100000', seed] = process.argv.slice(2)
fuzz(corpus, Number(runs), seed === undefined ? undefined : Number(seed))
process.stdout.write(`${runs} statements, none crashed\n`)
