package api

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// allowNull lets fields that are pointers to records be null, as they are where a text does
// not say; huma describes them as if they were always there.
func allowNull(schemas huma.Registry) {
	for name, schema := range schemas.Map() {
		t := schemas.TypeFromRef("#/components/schemas/" + name)
		for t != nil && t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t == nil || t.Kind() != reflect.Struct {
			continue
		}
		for _, f := range reflect.VisibleFields(t) {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			p := schema.Properties[key]
			if f.Type.Kind() == reflect.Pointer && p != nil && p.Ref != "" {
				schema.Properties[key] = &huma.Schema{Description: p.Description, AnyOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}}
			}
		}
	}
}
