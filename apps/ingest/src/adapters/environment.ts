export { storeFromEnvironment, variable } from '@keg/store/environment'
