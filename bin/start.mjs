#!/usr/bin/env node
// `npm start`: the whole product in one process.
import { runWithNode24 } from './node24.mjs'

runWithNode24('all.ts', process.argv.slice(2))
