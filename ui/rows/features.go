package rows

import (
	"slices"
	"strings"

	"voxatlas/model"
)

// ParseFeatures reads the keys of answers or services, parted by commas, as
// "ac,tollfree,calling_plans". A service stands for all its answers. The features come
// in the order of text, each once. The error is a [*model.UnknownKeyError].
func ParseFeatures(text string) ([]model.Feature, error) {
	var features []model.Feature
	for key := range strings.FieldsFuncSeq(text, isComma) {
		if strings.TrimSpace(key) == "" {
			continue
		}
		t, err := model.ParseTopic(key)
		if err != nil {
			return nil, err
		}
		for _, f := range featuresOf(t) {
			if !slices.Contains(features, f) {
				features = append(features, f)
			}
		}
	}
	if len(features) == 0 {
		_, err := model.ParseTopic(text)
		return nil, err
	}
	return features, nil
}

// isComma accepts the comma, also in its Chinese forms.
func isComma(r rune) bool { return r == ',' || r == '，' || r == '、' }
