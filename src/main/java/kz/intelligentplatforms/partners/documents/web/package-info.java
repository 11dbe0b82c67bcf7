@NullMarked
package kz.intelligentplatforms.partners.documents.web;

import org.jspecify.annotations.NullMarked;
