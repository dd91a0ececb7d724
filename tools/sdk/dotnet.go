//go:build ignore

package main

import (
	"embed"
	"net/http"

	"github.com/pulumi/pulumi/pkg/v3/codegen/dotnet"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// The generator asks for the package's logo by its address.
//
//go:embed logo.png
var logo embed.FS

// The generator of .NET has left the module of the others. It is had in an older version of it, by dotnet.mod:
// `go build -modfile dotnet.mod main.go dotnet.go`.
var languages = map[string]generator{
	"dotnet": func(pkg *schema.Package) (files, error) {
		http.DefaultTransport.(*http.Transport).RegisterProtocol("file", http.NewFileTransportFS(logo))
		pkg.LogoURL = "file:///logo.png"
		return dotnet.GeneratePackage(tool, pkg, nil, nil)
	},
}
