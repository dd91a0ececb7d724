#!/usr/bin/env node
import { start } from "../../../commandLine/command";
import { preview } from "./command";

start(preview);
