// One of many in a transaction, for the actions of this module.
export { apart } from '../../../platform/database/savepoint.ts'
