export { variable } from '@keg/store/variable'
