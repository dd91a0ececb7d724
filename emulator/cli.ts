#!/usr/bin/env node
import { start } from "../commandLine/command";
import { emulator } from "./command";

start(emulator);
