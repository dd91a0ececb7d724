#!/usr/bin/env node
import { start } from "../../../commandLine/command";
import { orphans } from "./command";

start(orphans);
