// Writes the packages of other languages from the schema: `sdk SCHEMA FOLDER`.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// What is said of the tool in each file that it writes.
const tool = "npm run sdk"

type files = map[string][]byte

// What fills the folder of a language.
type generator func(*schema.Package) (files, error)

func main() {
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(schemaFile, folder string) error {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	for language, generate := range languages {
		// Read anew for each: a generator changes what it is given.
		pkg, err := read(text)
		if err != nil {
			return err
		}
		made, err := generate(pkg)
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		for name, content := range made {
			file := filepath.Join(folder, language, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(file, content, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// Nothing is loaded: the schema refers to no other package.
type noOthers struct{ schema.Loader }

func read(text []byte) (*schema.Package, error) {
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return nil, err
	}
	pkg, diagnostics, err := schema.BindSpec(spec, noOthers{}, schema.ValidationOptions{})
	if err != nil {
		return nil, err
	}
	// A doubt about the schema is a fault of it.
	if len(diagnostics) > 0 {
		return nil, diagnostics
	}
	return pkg, nil
}
