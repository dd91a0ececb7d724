#!/usr/bin/env node
import { start } from "../../../commandLine/command";
import { doctor } from "./command";

start(doctor);
